import type { Commit } from '../../src/core/work/commit.ts';
import { rankReviewers } from '../../src/core/reviewer/rankReviewers.ts';
import type { PastWork } from '../../src/core/reviewer/reviewFacts.ts';
import { identOf } from '../../src/node/git/trailers.ts';

/** A commit of which it is known who looked at it, and what had happened before. */
export interface Reviewed {
  readonly hash: string;
  readonly work: PastWork;
  /** The commits before it, newest first, of the two years before. */
  readonly past: readonly PastWork[];
}

/** A way to name people, the likeliest first. */
export type Proposer = (reviewed: Reviewed) => readonly string[];

const twoYears = 2 * 365 * 86_400;

/**
 * The commits somebody other than the author is named to have reviewed or acknowledged, in the order they came, each with what was
 * known before it.
 *
 * @param commits each after its parents
 * @param from what came before is only known, and not asked about
 */
export function* reviewedCommits(commits: readonly Commit[], from = 0): Generator<Reviewed> {
  const inOrder = commits
    .filter(({ parents }) => parents.length < 2)
    .map(commit => ({ hash: commit.hash, work: workOf(commit) }))
    .sort((a, b) => a.work.at - b.work.at);
  for (const [at, { hash, work }] of inOrder.entries()) {
    if (work.reviewers.length === 0 || work.at < from) continue;
    const past: PastWork[] = [];
    for (let before = at - 1; before >= 0; before--) {
      const each = inOrder[before];
      if (each === undefined || work.at - each.work.at > twoYears) break;
      past.push(each.work);
    }
    yield { hash, work, past };
  }
}

function workOf({ author, committed, trailers, files }: Commit): PastWork {
  const by = author.name.toLowerCase();
  const named = (...keys: readonly string[]) => {
    const values = trailers.filter(({ key }) => keys.includes(key)).map(({ value }) => identOf(value)?.name ?? value);
    return [...new Set(values.map(name => name.replace(/^"|"$/g, '').toLowerCase()))].filter(name => name !== by);
  };
  return {
    at: committed,
    author: by,
    reviewers: named('reviewed-by', 'acked-by'),
    helpers: named('co-authored-by', 'tested-by'),
    files: files.map(({ path }) => path),
  };
}

/** The product's own. */
export const product: Proposer = ({ work: { at, author, files }, past }) =>
  rankReviewers({ now: at, asker: author, files, past }).map(({ person }) => person);

/** What could be done by counting alone. */
export const baselines: Readonly<Record<string, Proposer>> = {
  'most active authors': reviewed => mostOften(reviewed, ({ author }) => [author]),
  'most active reviewers': reviewed => mostOften(reviewed, ({ reviewers }) => reviewers),
  'authors of the files': reviewed => {
    const files = new Set(reviewed.work.files);
    return mostOften(reviewed, ({ author, files: touched }) =>
      touched.filter(file => files.has(file)).map(() => author),
    );
  },
};

function mostOften({ work, past }: Reviewed, of: (each: PastWork) => readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const each of past) for (const person of of(each)) times.set(person, (times.get(person) ?? 0) + 1);
  times.delete(work.author);
  return [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([person]) => person);
}

/** How soon the first of those who really looked is named. */
export interface Hits {
  readonly cases: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  /** Mean of one divided by the place, 0 for nobody. */
  readonly reciprocalRank: number;
}

/** @param ranks for each case the place of the first right name, from 1 on; Infinity where none was named */
export function hitsOf(ranks: readonly number[]): Hits {
  const share = (of: (rank: number) => number) => ranks.reduce((sum, rank) => sum + of(rank), 0) / ranks.length;
  const within = (most: number) => share(rank => Number(rank <= most));
  return {
    cases: ranks.length,
    hit1: within(1),
    hit3: within(3),
    hit5: within(5),
    reciprocalRank: share(rank => 1 / rank),
  };
}

/** The place of the first of these people; Infinity where none is among them. */
export function rankIn(proposed: readonly string[], right: readonly string[]): number {
  const at = proposed.findIndex(person => right.includes(person));
  return at < 0 ? Infinity : at + 1;
}
