import { type Change, everyCommit, head } from './change.ts';
import type { Commit, FileChange } from './commit.ts';
import { isGenerated } from './generatedFiles.ts';
import { issueInBody, issueInBranch } from './issueKey.ts';
import { isTrifle, isVague, kindOf } from './kind.ts';
import { type MergeSubject, isBroadBranch } from './mergeSubject.ts';
import type { Sizes, WorkKind } from './piece.ts';
import { plainText } from './plainText.ts';
import type { Subject } from './subject.ts';

/** A change with what its message tells. */
export interface Told {
  readonly change: Change;
  readonly commit: Commit;
  readonly subject: Subject;
  readonly kind: WorkKind;
  /** Its subject can't stand for a piece of work. */
  readonly vague: boolean;
  readonly trifle: boolean;
  /** The merge that brought in this topic and no other. */
  readonly merge?: MergeSubject & { readonly hash: string; readonly heading?: string };
  readonly pull?: number;
  readonly issue?: string;
  /** The topic branch it was made on, where that is known. */
  readonly branch?: string;
  /** What somebody wrote by hand: no lock files, snapshots or vendored code. */
  readonly files: readonly FileChange[];
  /** Hand-written lines touched. */
  readonly lines: number;
  readonly sizes: Sizes;
}

/** Reads a change's message, its merge and its branch. */
export function readChange(change: Change): Told {
  const { commit, subject } = head(change);
  const merge = mergeOf(change);
  const named = merge?.branch ?? topicBranchOf(change);
  const branch = named === undefined ? undefined : plainText(named);
  const pull = subject.pull ?? merge?.pull ?? pullInBody(commit.body);
  const issue = subject.issue ?? issueInBody(commit.body) ?? (branch === undefined ? undefined : issueInBranch(branch));
  const { files, sizes } = extentOf(change);
  return {
    change,
    commit,
    subject,
    kind: kindOf(subject, commit.files),
    vague: isVague(subject),
    trifle: isTrifle(subject),
    files,
    lines: sizes.added + sizes.deleted,
    sizes,
    ...(merge && { merge }),
    ...(pull !== undefined && { pull }),
    ...(issue !== undefined && { issue }),
    ...(branch !== undefined && { branch }),
  };
}

/** What was written by hand, and how much of that and of the rest. */
function extentOf({ commits }: Change): Pick<Told, 'files' | 'sizes'> {
  const files: FileChange[] = [];
  let [added, deleted, generated] = [0, 0, 0];
  for (const { commit } of commits) {
    for (const file of commit.files) {
      if (isGenerated(file.path)) generated += (file.added ?? 0) + (file.deleted ?? 0);
      else {
        files.push(file);
        added += file.added ?? 0;
        deleted += file.deleted ?? 0;
      }
    }
  }
  return { files, sizes: { commits: commits.length, added, deleted, generated } };
}

function mergeOf(change: Change): Told['merge'] {
  for (const { commit, merge } of everyCommit(change)) {
    if (!commit.mergedBy || !merge || merge.broad) continue;
    const heading = merge.title ?? commit.mergedBy.title;
    return { ...merge, hash: commit.mergedBy.merge, ...(heading !== undefined && { heading }) };
  }
  return undefined;
}

function topicBranchOf(change: Change): string | undefined {
  for (const { commit } of everyCommit(change)) {
    if (commit.branch !== undefined && !isBroadBranch(commit.branch.slice(0, 300))) return commit.branch;
  }
  return undefined;
}

const pullTrailer =
  /^(?:PR-URL|Part-of|Pull[ -]Request(?:[ -]URL| resolved)?|PR):\s*<?(?:https?:\/\/\S{1,200}?\/(?:pull|pulls|merge_requests|pull-requests)\/|[#!])(\d{1,8})/im;

function pullInBody(body: string): number | undefined {
  const [, number] = pullTrailer.exec(body) ?? [];
  return number === undefined ? undefined : Number(number);
}
