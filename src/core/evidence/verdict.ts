import type { Ident } from '../people/person.ts';
import type { Part } from '../work/change.ts';
import type { FoundCommit, NamedCommit } from '../work/namedCommit.ts';
import type { EvidenceRef } from './evidence.ts';

/** What is known of a reference in a goal's evidence. */
export type Verdict =
  | { readonly state: 'verified'; readonly part?: Part }
  /** A commit that is somebody else's: she neither wrote it nor had a hand in it. */
  | { readonly state: 'notHers'; readonly author: Ident; readonly part?: 'reviewer' }
  /** It is there, but no branch leads to it: rebased, squashed, or its branch is gone. */
  | { readonly state: 'unreachable'; readonly found: FoundCommit }
  | { readonly state: 'unknownCommit' | 'ambiguous' | 'repositoryUnknown' | 'fileGone' | 'noteGone' }
  /** No git, Restricted Mode, a shallow clone; or nothing that can be checked here, such as a page of the web. */
  | { readonly state: 'cannotTell' };

/**
 * What a looked-up commit says of the reference that names it. A file at a commit is shown as it was then, whoever wrote that commit;
 * for a commit or a range it counts who did.
 */
export function commitVerdict(ref: EvidenceRef, answer: NamedCommit): Verdict {
  switch (answer.state) {
    case 'missing':
      return { state: 'unknownCommit' };
    case 'noRepository':
      return { state: 'repositoryUnknown' };
    case 'ambiguous':
    case 'cannotTell':
      return { state: answer.state };
    case 'found':
      return foundVerdict(ref, answer);
  }
}

function foundVerdict(ref: EvidenceRef, found: FoundCommit): Verdict {
  const { isReachable, hasPath, part, commit } = found;
  if (!isReachable) return { state: 'unreachable', found };
  if (hasPath === false) return { state: 'fileGone' };
  if (ref.kind === 'file') return { state: 'verified' };
  if (part === undefined) return { state: 'notHers', author: commit.author };
  return part === 'reviewer' ? { state: 'notHers', author: commit.author, part } : { state: 'verified', part };
}
