import { compareText } from '../note/compareText.ts';
import type { EpochSeconds } from '../time/day.ts';
import type { PersonId, ReviewFacts } from './reviewFacts.ts';
import { signsOf, type Sign, type Signs } from './signs.ts';
import { loadOfRequest, weights as standard, type Weights } from './weights.ts';

/** Why somebody is proposed, as data; the words are the editor's. */
export type Reason =
  | { readonly why: 'owns' | 'lines' | 'workedWithYou' | 'knowsNeighbours' | 'knowsAlike' | 'reviewsMuch' | 'team' }
  | { readonly why: 'reviewed' | 'wrote' | 'reviewedYou'; readonly since: EpochSeconds }
  | { readonly why: 'teaches'; readonly skill: string }
  /** Speaks against it, and is said gently: never how many. */
  | { readonly why: 'hasAnswersOpen' };

/** Somebody to ask. */
export interface Suggestion {
  readonly person: PersonId;
  /** Only tells the order; never shown. */
  readonly score: number;
  /** What speaks most for it first; never none. */
  readonly reasons: readonly Reason[];
}

/** So much is said of one person. */
const mostReasons = 3;

/**
 * Whom to ask for a look at some work, the best first, each with the reasons. It only knows the facts it is given, so it can be measured on
 * any history. Nobody is proposed who may not be asked, and nobody to herself.
 */
export function rankReviewers(facts: ReviewFacts, weights: Weights = standard): readonly Suggestion[] {
  const suggestions = [...signsOf(facts)].map(([person, signs]): Suggestion => {
    const waiting = facts.waiting?.get(person) ?? 0;
    const spoken = worthOf(signs, weights, Object.keys(weights) as Sign[]);
    const reasons = reasonsFor(signs, weights, facts.teachers?.get(person));
    return {
      person,
      score: spoken / (1 + loadOfRequest * Math.max(0, waiting)),
      reasons: waiting > 0 ? [...reasons, { why: 'hasAnswersOpen' }] : reasons,
    };
  });
  return suggestions.sort((a, b) => b.score - a.score || compareText(a.person, b.person));
}

function worthOf({ of }: Pick<Signs, 'of'>, weights: Weights, signs: readonly Sign[]): number {
  return signs.reduce((sum, sign) => {
    const { lately = 0, long = 0 } = of[sign] ?? {};
    return sum + weights[sign].lately * lately + weights[sign].long * long;
  }, 0);
}

/** What is too little to be named: by itself, and beside all that speaks for somebody. */
const worthSaying = 0.05;
const partWorthSaying = 0.1;

function reasonsFor({ of, since }: Signs, weights: Weights, skill: string | undefined): readonly Reason[] {
  const worth = (...signs: readonly Sign[]) => worthOf({ of }, weights, signs);
  const dated = (why: 'reviewed' | 'wrote' | 'reviewedYou', at: EpochSeconds | undefined): readonly Reason[] =>
    at === undefined ? [] : [{ why, since: at }];
  const possible: readonly (readonly [number, readonly Reason[]])[] = [
    [worth('owns'), [{ why: 'owns' }]],
    [worth('lines'), [{ why: 'lines' }]],
    [worth('reviewed'), dated('reviewed', since.reviewed)],
    [worth('wrote'), dated('wrote', since.wrote)],
    [worth('teaches'), skill === undefined ? [] : [{ why: 'teaches', skill }]],
    [worth('reviewedAsker'), dated('reviewedYou', since.reviewedAsker)],
    // who reviewed what she did worked with her: that is said once
    [of.reviewedAsker === undefined ? worth('helpedAsker', 'besideAsker') : 0, [{ why: 'workedWithYou' }]],
    [
      of.reviewed === undefined && of.wrote === undefined ? worth('wroteNear', 'reviewedNear') : 0,
      [{ why: 'knowsNeighbours' }],
    ],
    [worth('wroteAlike', 'reviewedAlike'), [{ why: 'knowsAlike' }]],
  ];
  const least = Math.max(worthSaying, partWorthSaying * worth(...(Object.keys(weights) as Sign[])));
  const said = possible
    .filter(([amount]) => amount >= least)
    .sort(([a], [b]) => b - a)
    .flatMap(([, reasons]) => reasons)
    .slice(0, mostReasons);
  if (said.length > 0) return said;
  return [{ why: worth('reviews', 'writes') > 0 ? 'reviewsMuch' : 'team' }];
}
