import { signsOf, type Sign, type Signs } from '../../src/core/reviewer/signs.ts';
import { weights as standard, type Weights } from '../../src/core/reviewer/weights.ts';
import { factsOf, type Reviewed } from './whomToAsk.ts';

/** So many commits of a history are learned from, evenly over it, and so many people of each looked at. */
const mostCases = 400;
const mostPeople = 60;
/** The first commits know of nobody. */
const begun = 0.1;

/** These stand in no history, or hardly, and are set by hand. */
const byHand: readonly Sign[] = ['helpedAsker', 'lines', 'owns', 'teaches'];
const learned = (Object.keys(standard) as Sign[]).filter(sign => !byHand.includes(sign));
const paces = ['lately', 'long'] as const;
const columns = learned.flatMap(sign => paces.map(pace => ({ sign, pace })));

/** Of one commit: a row of signs for each person, those who really looked first. */
interface Case {
  readonly rows: readonly Float64Array[];
  readonly right: number;
  readonly weight: number;
}

/**
 * Finds what each sign says of who looks at a commit: a conditional logit (McFadden 1974; as a way to learn rankings ListNet, Cao et al. 2007),
 * by Adam (Kingma and Ba 2015). No sign may speak against somebody. A history counts as the square root of its commits, so that
 * the largest does not drown the others.
 */
export function fitAsking(histories: readonly (readonly Reviewed[])[]): Weights {
  const cases = histories.flatMap(history => {
    const known = history.slice(Math.floor(history.length * begun));
    const step = Math.max(1, known.length / mostCases);
    const some = Array.from({ length: Math.floor(known.length / step) }, (_, at) => known[Math.floor(at * step)]);
    return some.flatMap(each => (each ? caseOf(each, 1 / Math.sqrt(some.length)) : []));
  });
  const found = descend(cases);
  const worth = (sign: Sign) =>
    Object.fromEntries(
      paces.map(pace => {
        const at = columns.findIndex(column => column.sign === sign && column.pace === pace);
        return [pace, Math.round((found[at] ?? 0) * 10) / 10];
      }),
    );
  return { ...standard, ...Object.fromEntries(learned.map(sign => [sign, worth(sign)])) };
}

function caseOf(reviewed: Reviewed, weight: number): Case | [] {
  const facts = factsOf(reviewed);
  const signs = signsOf(facts);
  const right = reviewed.work.reviewers.filter(person => signs.has(person));
  if (right.length === 0) return [];
  const others = [...signs.keys()].filter(person => !right.includes(person)).map(person => rowOf(signs.get(person)));
  const amount = (row: Float64Array) => row.reduce((sum, value) => sum + value, 0);
  const likeliest = others.toSorted((a, b) => amount(b) - amount(a)).slice(0, mostPeople);
  const rows = [...right.map(person => rowOf(signs.get(person))), ...likeliest];
  return { rows, right: right.length, weight };
}

function rowOf(signs: Signs | undefined): Float64Array {
  return Float64Array.from(columns, ({ sign, pace }) => signs?.of[sign]?.[pace] ?? 0);
}

const steps = 250;
const shrink = 1e-3;

function descend(cases: readonly Case[]): Float64Array {
  const weights = new Float64Array(columns.length).fill(1);
  const [mean, spread] = [new Float64Array(columns.length), new Float64Array(columns.length)];
  const all = cases.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= steps; step++) {
    const slope = weights.map(weight => weight * shrink);
    for (const each of cases) addSlope(slope, each, weights, all);
    const pace = step < steps * 0.6 ? 0.3 : 0.05;
    for (let at = 0; at < weights.length; at++) {
      const g = slope[at] ?? 0;
      const m = (mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * g) / (1 - 0.9 ** step);
      const v = (spread[at] = 0.99 * (spread[at] ?? 0) + 0.01 * g * g) / (1 - 0.99 ** step);
      weights[at] = Math.max(0, (weights[at] ?? 0) - (pace * m) / (Math.sqrt(v) + 1e-8));
    }
  }
  return weights;
}

/** How far what is likely is from who really looked; where several did, each as far as it is likely already that it was she. */
function addSlope(slope: Float64Array, { rows, right, weight }: Case, weights: Float64Array, all: number): void {
  const scores = rows.map(row => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const most = Math.max(...scores);
  const odds = scores.map(score => Math.exp(score - most));
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
  const [total, ofRight] = [sum(odds), sum(odds.slice(0, right))];
  for (const [at, row] of rows.entries()) {
    const odd = odds[at] ?? 0;
    const off = ((odd / total - (at < right ? odd / ofRight : 0)) * weight) / all;
    if (off !== 0) row.forEach((value, column) => (slope[column] = (slope[column] ?? 0) + off * value));
  }
}
