import { byWeight, type Draft } from './draft.ts';
import { gatheredAlike, gatheredByKind, gatheredByPlace, gatheredRoutine, gatheredSame } from './gather.ts';
import { routineOf } from './routine.ts';

/** What is told in full and what is folded under "also". */
export interface Choice {
  readonly pieces: readonly Draft[];
  readonly also: readonly Draft[];
}

/** Folded lines are read last or never: more than these help nobody. */
const mostFolded = 14;

/**
 * Chooses what a week is told with: the weightiest first, at most `most`. Where there is more, small pieces of one part of the code
 * are told in one line; small print stays under "also" unless there is nothing else.
 */
export function chosen(drafts: readonly Draft[], most: number): Choice {
  const lines = gatheredSame(gatheredRoutine(drafts));
  const main = lines.filter(draft => !draft.minor).sort(byWeight);
  const minor = lines.filter(draft => draft.minor).sort(byWeight);
  const gathered = main.length > most ? gatheredByPlace(main, most) : main;
  const pieces = gathered.length > 0 ? heaviest(gathered, most) : minor.filter(isTellable).slice(0, Math.min(3, most));
  const told = new Set(pieces);
  const rest = gatheredAlike([...gathered, ...minor].filter(draft => !told.has(draft)));
  const also = rest.length > mostFolded ? gatheredByKind(rest) : rest;
  return { pieces, also: also.toSorted(byWeight) };
}

/** The first so many, and a release among them: that is what others wait for. */
function heaviest(drafts: readonly Draft[], most: number): Draft[] {
  const isFar = (draft: Draft, at: number) => at >= most && routineOf(draft.told)?.heading === 'Releases';
  const releases = drafts.filter(isFar);
  return [...drafts.slice(0, most - releases.length), ...releases];
}

function isTellable({ told }: Draft): boolean {
  return !told.every(each => each.change.tookBack);
}
