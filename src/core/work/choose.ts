import { byWeight, type Draft } from './draft.ts';
import { gatheredByKind, gatheredByPlace, gatheredRoutine } from './gather.ts';

/** What is told in full and what is folded under "also". */
export interface Choice {
  readonly pieces: readonly Draft[];
  readonly also: readonly Draft[];
}

/** Folded lines are read last or never: more than these help nobody. */
const mostFolded = 10;

/**
 * Chooses what a week is told with: the weightiest first, at most `most`. Where there is more, small pieces of one part of the code
 * are told in one line; small print stays under "also" unless there is nothing else.
 */
export function chosen(drafts: readonly Draft[], most: number): Choice {
  const main = drafts.filter(draft => !draft.minor).sort(byWeight);
  const minor = drafts.filter(draft => draft.minor).sort(byWeight);
  const gathered = main.length > most ? gatheredByPlace(main, most) : main;
  const pieces = gathered.length > 0 ? gathered.slice(0, most) : minor.filter(isTellable).slice(0, Math.min(3, most));
  const told = new Set(pieces);
  const rest = gatheredRoutine([...gathered, ...minor].filter(draft => !told.has(draft)));
  const also = rest.length > mostFolded ? gatheredByKind(rest) : rest;
  return { pieces, also: also.toSorted(byWeight) };
}

function isTellable({ told }: Draft): boolean {
  return !told.every(each => each.change.tookBack);
}
