import { involvedIn } from '../../src/core/work/change.ts';
import type { Commit } from '../../src/core/work/commit.ts';
import { likeness, traceOf, type Likeness } from '../../src/core/work/kinship.ts';
import { readChange } from '../../src/core/work/told.ts';
import type { AuthorWeek } from './authorWeeks.ts';
import { flat, type Topic } from './topics.ts';

/** Two changes of one week, whether they came in by one topic, and how much that counts. */
interface Pair {
  readonly like: readonly number[];
  readonly isSame: boolean;
  readonly weight: number;
}

/** So many changes of a week are compared. */
const most = 80;

/**
 * Finds what each thing two changes have in common says about their being one piece of work: logistic regression by Newton's method
 * over all pairs of a week. A week counts as much as it has commits; a history as the square root of its weeks, so that the
 * largest does not drown the others.
 */
export function fitKinship(
  histories: readonly { readonly weeks: readonly AuthorWeek[]; readonly topics: ReadonlyMap<string, Topic> }[],
): Likeness {
  const pairs = histories.flatMap(({ weeks, topics }) =>
    weeks.flatMap(({ commits }) => pairsOf(commits.slice(0, most), topics, 1 / Math.sqrt(weeks.length))),
  );
  const names = namesIn(histories[0]?.weeks[0]?.commits ?? []);
  const weights = newton(pairs, names.length);
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100])) as never;
}

function namesIn(commits: readonly Commit[]): string[] {
  const [trace] = tracesOf(commits);
  return trace ? Object.keys(likeness(trace, trace, 1)) : [];
}

function tracesOf(commits: readonly Commit[]) {
  return commits.flatMap(commit => {
    const person = { handle: '' as never, name: '', emails: [commit.author.email] };
    const [involved] = involvedIn([flat(commit)], person);
    return involved ? [traceOf(readChange({ commits: [involved], folded: [], tookBack: false }))] : [];
  });
}

function pairsOf(commits: readonly Commit[], topics: ReadonlyMap<string, Topic>, share: number): Pair[] {
  const traces = tracesOf(commits);
  const topicAt = (at: number) => topics.get(commits[at]?.hash ?? '')?.id;
  const weight = (share * commits.length) / ((commits.length * (commits.length - 1)) / 2);
  return traces.flatMap((one, i) =>
    traces.slice(i + 1).map((other, rest) => ({
      like: Object.values(likeness(one, other, commits.length)),
      isSame: topicAt(i) === topicAt(i + 1 + rest),
      weight,
    })),
  );
}

function newton(pairs: readonly Pair[], size: number): number[] {
  const weights: number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 12; step++) {
    const slope = weights.map(weight => weight * 1e-3);
    const bend = weights.map((_, a) => weights.map((_, b): number => (a === b ? 1e-3 : 0)));
    for (const { like, isSame, weight } of pairs) {
      const odds = like.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      const likely = 1 / (1 + Math.exp(-odds));
      const [error, spread] = [weight * (likely - Number(isSame)), weight * likely * (1 - likely)];
      for (let a = 0; a < size; a++) {
        const value = like[a] ?? 0;
        if (value === 0) continue;
        slope[a] = (slope[a] ?? 0) + error * value;
        const row = bend[a] ?? [];
        for (let b = 0; b < size; b++) row[b] = (row[b] ?? 0) + spread * value * (like[b] ?? 0);
      }
    }
    solve(bend, slope).forEach((change, at) => (weights[at] = (weights[at] ?? 0) - change));
  }
  return weights;
}

/** Gauss and Jordan, with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? i : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const head = rows[at] ?? [];
    rows.forEach((row, i) => {
      if (i === at) return;
      const factor = (row[at] ?? 0) / (head[at] ?? 1);
      for (let k = at; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (head[k] ?? 0);
    });
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
