import {
  patchesToCompare,
  successorOf,
  successorOfUnknown,
  type LostCommit,
  type Successor,
} from '../../core/evidence/successor.ts';
import { isHistoryRef, type HistoryRef } from '../../core/evidence/evidence.ts';
import type { FoundCommit } from '../../core/work/namedCommit.ts';
import { commitUrl, linesUrl } from '../../core/forge/forge.ts';
import type { RepositoryInfo } from '../../core/work/commit.ts';
import { commitNameOf, type CheckedRef } from './checkEvidence.ts';
import type { Desk } from '../desk.ts';
import type { History } from '../ports.ts';

/** What can stand in the place of a reference that leads nowhere any more. */
export interface Replacement {
  readonly ref: HistoryRef;
  /** It is the same change and nothing else; a squash has more. */
  readonly isSame: boolean;
  /** The branch it is only on; absent on the main line. */
  readonly branch?: string;
}

const day = 86_400;
/** Work is rebased, squashed and merged within so many days after it was written. */
const until = 200 * day;
/** So far back a commit is looked for of which nothing is known but its hash. */
const longAgo = 400 * day;

/** What a reference to a lost commit should name now, after a rebase, a squash, an amend or a deleted branch; undefined where nobody knows. */
export async function findReplacement(
  desk: Desk,
  { ref, item, verdict }: Pick<CheckedRef, 'ref' | 'item' | 'verdict'>,
  signal?: AbortSignal,
): Promise<Replacement | undefined> {
  const { history } = desk;
  const mayBeFound = verdict.state === 'unreachable' || verdict.state === 'unknownCommit';
  if (!history || !mayBeFound || !isHistoryRef(ref)) return undefined;
  const repositories = await history.repositories(signal);
  const { repo } = commitNameOf(ref, repositories);
  const hashes = ref.kind === 'range' ? [ref.from, ref.to] : [ref.hash];
  const names = hashes.map(hash => ({ hash, ...(repo !== undefined && { repo }) }));
  const found = await history.commitsNamed({ commits: names, emails: desk.me.emails, ...(signal && { signal }) });
  const search = new Search(desk, history, signal);
  const ends = await Promise.all(
    found.map(async (answer, index): Promise<Successor | undefined> => {
      if (answer.state === 'found' && answer.isReachable) return { commit: answer.commit, isSame: true };
      if (answer.state === 'found') return search.lost(answer);
      return search.unknown({ hash: hashes[index] ?? '', claim: item.claim });
    }),
  );
  return replacementOf(ref, ends, repositories);
}

/** Looks through the person's own commits for where a change went. */
class Search {
  readonly #desk: Desk;
  readonly #history: History;
  readonly #signal: AbortSignal | undefined;

  constructor(desk: Desk, history: History, signal: AbortSignal | undefined) {
    this.#desk = desk;
    this.#history = history;
    this.#signal = signal;
  }

  async lost({ commit, lost = [] }: FoundCommit): Promise<Successor | undefined> {
    const emails = [...new Set([...this.#desk.me.emails, commit.author.email.toLowerCase()])];
    const window = { from: commit.authored - day, to: commit.authored + until };
    const signal = this.#signal;
    const { commits: candidates } = await this.#history.commits({ window, emails, ...(signal && { signal }) });
    const gone: LostCommit = { commit, lost, candidates };
    const patchIds = await this.#history.patchIds(commit.repo, patchesToCompare(gone), signal);
    return successorOf(gone, patchIds, this.#desk.me);
  }

  async unknown(gone: { readonly hash: string; readonly claim: string }): Promise<Successor | undefined> {
    const { clock, me } = this.#desk;
    const window = { from: clock.now() - longAgo, to: clock.now() + day };
    const signal = this.#signal;
    const { commits } = await this.#history.commits({ window, emails: me.emails, ...(signal && { signal }) });
    return successorOfUnknown(gone, commits);
  }
}

/** The reference with other commits in it; its words stay hers. */
function replacementOf(
  ref: HistoryRef,
  ends: readonly (Successor | undefined)[],
  repositories: readonly RepositoryInfo[],
): Replacement | undefined {
  const [first, last = first] = ends;
  if (!first || !last) return undefined;
  const { repo, hash, branch } = last.commit;
  const forge = repositories.find(({ name }) => name === repo)?.forge;
  const isSame = first.isSame && last.isSame;
  const at = {
    repo: ref.repo ?? repo,
    ...(ref.text !== undefined && forge && { text: ref.text }),
  };
  const told = { isSame, ...(branch !== undefined && { branch }) };
  const idOf = (whole: string) => (forge ? whole : whole.slice(0, 7));
  if (ref.kind === 'range' && first.commit.hash !== hash) {
    const range = { kind: 'range', repo: at.repo, from: first.commit.hash.slice(0, 7), to: hash.slice(0, 7) } as const;
    return { ref: range, ...told };
  }
  if (ref.kind === 'file') {
    const lines = last.isSame ? ref.lines : undefined; // in a squash they may be others
    const url = forge && { url: linesUrl(forge, hash, ref.path, lines) };
    return { ref: { kind: 'file', ...at, hash: idOf(hash), path: ref.path, ...(lines && { lines }), ...url }, ...told };
  }
  return { ref: { kind: 'commit', ...at, hash: idOf(hash), ...(forge && { url: commitUrl(forge, hash) }) }, ...told };
}
