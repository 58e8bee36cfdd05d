import { Acquaintances } from '../../src/core/reviewer/acquaintances.ts';
import { pastWork } from '../../src/core/reviewer/pastWork.ts';
import { rankReviewers } from '../../src/core/reviewer/rankReviewers.ts';
import type { PastWork, PersonId, ReviewFacts } from '../../src/core/reviewer/reviewFacts.ts';
import type { Commit } from '../../src/core/work/commit.ts';

/** A commit of which it is known who looked at it, and what had happened before. */
export interface Reviewed {
  readonly hash: string;
  readonly work: PastWork;
  /** The commits before it, newest first, of the two years before. */
  readonly past: readonly PastWork[];
  /** How they call somebody, in small letters. */
  nameOf(person: PersonId): string;
}

/** A way to name people, the likeliest first. */
export type Proposer = (reviewed: Reviewed) => readonly string[];

/** What is asked about, and what is known. */
export interface Replay {
  /** What came before this moment is only known, and not asked about. */
  readonly from?: number;
  /** So many seconds before a commit nobody knows of anything any more: that its series is under review, for one. */
  readonly blind?: number;
}

const twoYears = 2 * 365 * 86_400;
const mostFiles = 100;

/**
 * The commits somebody other than the author is named to have reviewed or acknowledged, in the order they came, each with what was
 * known before it. Who is who is found out as the product does it.
 *
 * @param commits each after its parents
 */
export function* reviewedCommits(
  commits: readonly Commit[],
  { from = 0, blind = 0 }: Replay = {},
): Generator<Reviewed> {
  const people = new Acquaintances({ me: { handle: '', name: '', emails: [] }, team: [] });
  for (const { author } of commits.toReversed()) people.idOf(author); // as they are called now
  const inOrder = commits
    .filter(({ parents }) => parents.length < 2)
    .map(({ hash, author, committed: at, subject, trailers, files }) => {
      const paths = files.slice(0, mostFiles).map(({ path }) => path);
      return { hash, work: pastWork({ at, author, subject, trailers, files: paths }, people) };
    })
    .sort((a, b) => a.work.at - b.work.at);
  for (const [at, { hash, work }] of inOrder.entries()) {
    if (work.reviewers.length === 0 || work.at < from) continue;
    // asked for when it is needed: of ten thousand commits it is much at once
    const before = () => {
      const past: PastWork[] = [];
      for (let index = at - 1; index >= 0; index--) {
        const each = inOrder[index];
        if (each === undefined || work.at - each.work.at > twoYears) break;
        if (work.at - each.work.at >= blind) past.push(each.work);
      }
      return past;
    };
    yield {
      hash,
      work,
      nameOf: person => people.nameOf(person).toLowerCase(),
      get past() {
        return before();
      },
    };
  }
}

/** What is known before a commit is reviewed. */
export function factsOf({ work: { at, author, files, words = [] }, past }: Reviewed): ReviewFacts {
  return { now: at, asker: author, files, words: words.join(' '), past };
}

/** The product's own. */
export const product: Proposer = reviewed => rankReviewers(factsOf(reviewed)).map(({ person }) => person);

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
  /** Those where one of them was known at all, which is the most that can be had. */
  readonly known: number;
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
    known: share(rank => Number(rank < Infinity)),
  };
}

/** The place of the first of these people; Infinity where none is among them. */
export function rankIn(proposed: readonly string[], right: readonly string[]): number {
  const at = proposed.findIndex(person => right.includes(person));
  return at < 0 ? Infinity : at + 1;
}
