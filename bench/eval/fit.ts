import { cutBy, type Comparable } from '../../src/core/work/akin.ts';
import { involvedIn } from '../../src/core/work/change.ts';
import type { Commit } from '../../src/core/work/commit.ts';
import { daysAround } from '../../src/core/work/daysAround.ts';
import { likeness, type Likeness } from '../../src/core/work/kinship.ts';
import { readChange } from '../../src/core/work/told.ts';
import { traceOf } from '../../src/core/work/trace.ts';
import { agreementOf } from './agreement.ts';
import type { AuthorWeek } from './authorWeeks.ts';
import { newton } from './newton.ts';
import { flat, type Topic } from './topics.ts';

/** A history to learn from. */
export interface Learned {
  readonly weeks: readonly AuthorWeek[];
  readonly topics: ReadonlyMap<string, Topic>;
}

/** A week with what each two of its changes have in common: of `later` and `earlier` at `later * (later - 1) / 2 + earlier`. */
interface Compared {
  readonly changes: readonly Comparable[];
  readonly truth: readonly string[];
  readonly likes: readonly Float64Array[];
}

/** So many changes of a week are compared. */
const most = 80;
/** How far a weight is moved at first, and how often all of them are tried. */
const stride = 0.4;
const rounds = 3;

/**
 * Finds what each thing two changes have in common says about their being one piece of work: logistic regression over all pairs of a
 * week first; then each weight is moved as long as the weeks are cut more like the truth (adjusted Rand index). A week counts as
 * much as it has commits at first, and the same as others then; a history as the square root of its weeks, so that the largest does
 * not drown the others. What came in by merges of long-lived branches is left out.
 */
export function fitKinship(
  histories: readonly Learned[],
  progress: (told: string) => void = () => undefined,
): Likeness {
  const compared = histories.map(({ weeks, topics }) => weeks.flatMap(({ commits }) => comparedIn(commits, topics)));
  const names = namesIn(histories);
  const pairs = compared.flatMap(weeks => weeks.flatMap(week => pairsOf(week, 1 / Math.sqrt(weeks.length))));
  const weights = moved(newton(pairs, names.length), compared, progress);
  return Object.fromEntries(names.map((name, at) => [name, Math.round((weights[at] ?? 0) * 100) / 100])) as never;
}

function namesIn(histories: readonly Learned[]): string[] {
  const [commit] = histories[0]?.weeks[0]?.commits ?? [];
  const [change] = commit ? changesOf([commit]) : [];
  const [days] = change ? daysAround([change.trace]) : [];
  return change && days ? Object.keys(likeness(change.trace, change.trace, days)) : [];
}

function changesOf(commits: readonly Commit[]): Comparable[] {
  return commits.flatMap(commit => {
    const person = { handle: '' as never, name: '', emails: [commit.author.email] };
    const [involved] = involvedIn([flat(commit)], person);
    if (involved === undefined) return [];
    const told = readChange({ commits: [involved], folded: [], tookBack: false });
    return [{ trace: traceOf(told), issue: told.issue }];
  });
}

function comparedIn(commits: readonly Commit[], topics: ReadonlyMap<string, Topic>): Compared[] {
  const known = commits.filter(({ hash }) => topics.get(hash)?.isLongLived !== true).slice(0, most);
  const truth = known.map(({ hash }) => topics.get(hash)?.id ?? '');
  if (new Set(truth).size < 2 || known.length < 3) return [];
  const changes = changesOf(known);
  const days = daysAround(changes.map(({ trace }) => trace));
  const likes = changes.flatMap((later, at) =>
    changes.slice(0, at).map(({ trace }) => {
      const around = days[at];
      return Float64Array.from(around ? Object.values(likeness(trace, later.trace, around) as object) : []);
    }),
  );
  return [{ changes, truth, likes }];
}

function pairsOf({ truth, likes }: Compared, share: number) {
  const weight = (share * truth.length) / likes.length;
  return truth.flatMap((later, at) =>
    truth.slice(0, at).map((earlier, before) => ({
      like: likes[(at * (at - 1)) / 2 + before] ?? new Float64Array(),
      isSame: earlier === later,
      weight,
    })),
  );
}

/** Moves one weight after the other, up or down, where that makes the cut better. */
function moved(
  from: readonly number[],
  histories: readonly (readonly Compared[])[],
  progress: (told: string) => void,
): readonly number[] {
  const odds = histories.map(weeks => weeks.map(({ likes }) => likes.map(like => dot(from, like))));
  const weights = [...from];
  let best = agreement(histories, odds);
  const tryStep = (name: number, step: number) => {
    const shift = (by: number) => {
      for (const [h, weeks] of odds.entries())
        for (const [w, pairs] of weeks.entries())
          for (const [at, like] of (histories[h]?.[w]?.likes ?? []).entries())
            pairs[at] = (pairs[at] ?? 0) + by * (like[name] ?? 0);
    };
    shift(step);
    const now = agreement(histories, odds);
    if (now <= best + 1e-5) shift(-step);
    else [best, weights[name]] = [now, (weights[name] ?? 0) + step];
    return now === best;
  };
  for (let round = 1; round <= rounds; round++) {
    for (const name of weights.keys()) if (!tryStep(name, stride / round)) tryStep(name, -stride / round);
    progress(`round ${round}: mean agreement ${best.toFixed(4)}`);
  }
  return weights;
}

function dot(weights: readonly number[], like: Float64Array): number {
  return weights.reduce((sum, weight, at) => sum + weight * (like[at] ?? 0), 0);
}

/** Mean agreement over the histories, each counting as the square root of its weeks. */
function agreement(
  histories: readonly (readonly Compared[])[],
  odds: readonly (readonly (readonly number[])[])[],
): number {
  let [sum, total] = [0, 0];
  histories.forEach((weeks, h) => {
    const share = Math.sqrt(weeks.length);
    const aris = weeks.map(({ changes, truth }, w) => {
      const known = odds[h]?.[w] ?? [];
      const pieces = cutBy(changes, (earlier, later) => known[(later * (later - 1)) / 2 + earlier] ?? 0);
      const names = truth.map(() => '');
      for (const [piece, members] of pieces.entries()) for (const member of members) names[member] = String(piece);
      return agreementOf(truth, names).ari;
    });
    sum += (share * aris.reduce((all, each) => all + each, 0)) / Math.max(1, weeks.length);
    total += share;
  });
  return sum / total;
}
