import { compareText } from '../note/compareText.ts';
import { everyCommit } from './change.ts';
import type { Sizes, WorkKind } from './piece.ts';
import { placeOf } from './place.ts';
import { plainText } from './plainText.ts';
import { tellingOf } from './sentence.ts';
import type { Told } from './told.ts';
import { isMinor, weightOf } from './weigh.ts';

/** A piece of work as far as it takes to choose among several; `pieceOf` makes the chosen ones whole. */
export interface Draft {
  /** Oldest first. */
  readonly told: readonly Told[];
  readonly sentence: string;
  /** What was done, for a list: without its place, not cut. */
  readonly brief: string;
  /** Of a line that tells of several: what each of them is called in a list. */
  readonly names?: readonly string[];
  readonly kind: WorkKind;
  readonly place?: string | undefined;
  readonly pull?: number | undefined;
  readonly issue?: string | undefined;
  readonly branch?: string | undefined;
  readonly sizes: Sizes;
  readonly weight: number;
  /** It belongs under "also", however few there are. */
  readonly minor: boolean;
}

/** A piece of work made of changes that belong together. */
export function draftOf(told: readonly Told[]): Draft {
  const tookBack = told.every(each => each.change.tookBack);
  const { sentence, brief, kind, by } = tellingOf(told);
  const strongest = by ?? told.reduce((a, b) => (b.lines > a.lines ? b : a));
  const draft = {
    told,
    sentence: tookBack ? `Tried and took back: ${sentence}` : sentence,
    brief,
    kind: tookBack ? ('revert' as const) : (kind ?? strongest.kind),
    place: placeIn(told, strongest),
    pull: shared(told, each => each.pull),
    issue: shared(told, each => each.issue),
    branch: shared(told, each => each.branch),
    sizes: sizesOf(told),
  };
  const saying = { isSaid: kind !== undefined, servesGoal: servesGoal(told) };
  return { ...draft, weight: weightOf(draft, saying), minor: tookBack || isMinor(draft, saying) };
}

function placeIn(told: readonly Told[], strongest: Told): string | undefined {
  const scope = strongest.subject.scope ?? told.find(each => each.subject.scope !== undefined)?.subject.scope;
  const place = scope ?? placeOf(told.flatMap(({ files }) => files.map(({ path }) => path)));
  const isWhole = place?.toLowerCase() === strongest.commit.repo.toLowerCase(); // `lib/elixir` of elixir says nothing
  return place === undefined || isWhole ? undefined : plainText(place);
}

function servesGoal(told: readonly Told[]): boolean {
  return told.some(({ change }) => everyCommit(change).some(({ commit }) => commit.trailers.some(isGoal)));
}

function isGoal({ key, value }: { readonly key: string; readonly value: string }): boolean {
  return key === 'goal' && value.trim() !== '';
}

/** The one value they have; undefined where they have several. */
function shared<T, V>(all: readonly T[], valueOf: (each: T) => V | undefined): V | undefined {
  let known: V | undefined;
  for (const each of all) {
    const value = valueOf(each);
    if (value !== undefined && known !== undefined && value !== known) return undefined;
    known ??= value;
  }
  return known;
}

/** All their sizes together. */
export function sizesOf(parts: readonly { readonly sizes: Sizes }[]): Sizes {
  let [commits, added, deleted, generated] = [0, 0, 0, 0];
  for (const { sizes } of parts) {
    commits += sizes.commits;
    added += sizes.added;
    deleted += sizes.deleted;
    generated += sizes.generated;
  }
  return { commits, added, deleted, generated };
}

/** The weightiest first; never a tie. */
export function byWeight(a: Draft, b: Draft): number {
  return b.weight - a.weight || compareText(idOf(a), idOf(b));
}

/** The hash of its first change: no two pieces have the same. */
export function idOf({ told }: Draft): string {
  return told[0]?.commit.hash ?? '';
}
