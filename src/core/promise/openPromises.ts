import { compareText } from '../note/compareText.ts';
import { present } from '../note/headValues.ts';
import type { Handle, PrivatePath, SharedPath } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';
import { joinedPromises } from './joinedPromises.ts';
import { sameWords, type Promised } from './promise.ts';

/** Where a promise stands. */
export type PromisePlace = { readonly line: number } & (
  { readonly shelf: 'shared'; readonly path: SharedPath } | { readonly shelf: 'private'; readonly path: PrivatePath }
);

/** A line that says something about a promise. */
export interface SaidPromise extends Promised {
  readonly by: Handle;
  readonly to?: Handle;
  readonly place: PromisePlace;
  /** The day of the meeting it was noted in; none where it was published. */
  readonly met?: Day;
  /** Written by the tool from another line. */
  readonly isCopy?: boolean;
}

/** A promise that is neither kept nor declined. */
export interface OpenPromise {
  readonly by: Handle;
  readonly to?: Handle;
  readonly text: string;
  readonly due?: Day;
  /** The first day it was promised for, where it was carried. */
  readonly since?: Day;
  /** The day of the meeting it was given in, as far as the person at the desk noted it. */
  readonly promised?: Day;
  readonly isPublished: boolean;
  readonly place: PromisePlace;
  /** Private lines in other words that were taken for this promise, though nobody said so: see {@link joinedPromises}. */
  readonly likeAt?: readonly PromisePlace[];
}

/**
 * The open promises among what several notes say, each once and the oldest first: the line its promiser published counts, else the
 * newest of the notes; and what was kept or declined since is not open.
 */
export function openPromises(said: readonly SaidPromise[]): readonly OpenPromise[] {
  return joinedPromises(said)
    .flatMap(lines => openOf(lines) ?? [])
    .map((promise, index) => ({ promise, index }))
    .toSorted((a, b) => compareText(ageOf(a.promise), ageOf(b.promise)) || a.index - b.index)
    .map(({ promise }) => promise);
}

/** The first of its days that is known. A promise without any is the youngest. */
function ageOf({ promised, since, due }: OpenPromise): string {
  return [promised, since, due].reduce<string>(
    (first, day) => (day !== undefined && day < first ? day : first),
    '9999',
  );
}

function openOf(lines: readonly SaidPromise[]): OpenPromise | undefined {
  const own = lines.filter(({ isCopy = false, state }) => !isCopy || state === 'done' || state === 'declined');
  const settled = own.map(settledOn).toSorted(compareText).at(-1) ?? '';
  const noted = (own.length > 0 ? own : lines)
    .filter(({ met = '', state }) => met > settled && (state === 'open' || state === 'moved'))
    .toSorted((a, b) => compareText(a.met ?? '', b.met ?? ''));
  const published = lines.find(({ met, state }) => met === undefined && state === 'open');
  const isThere = lines.some(({ met }) => met === undefined);
  const lost = isThere ? undefined : noted.findLast(({ sameAs }) => sameAs !== undefined);
  const newest = published ?? noted.findLast(({ state }) => state === 'open') ?? lost;
  if (!newest) return undefined;
  const firstDue = noted.flatMap(({ due, since }) => since ?? due ?? []).toSorted(compareText)[0];
  const wasCarried = firstDue !== undefined && newest.due !== undefined && firstDue < newest.due;
  return {
    ...{ by: newest.by, text: newest.text, place: newest.place, isPublished: published !== undefined },
    ...present('to', newest.to),
    ...present('due', newest.due),
    ...present('since', newest.since ?? (wasCarried ? firstDue : undefined)),
    ...present('promised', noted[0]?.met),
    ...present('likeAt', published && likeAt(published, noted)),
  };
}

/** The lines of other words that say themselves nothing of being the same. */
function likeAt({ text }: SaidPromise, noted: readonly SaidPromise[]): readonly PromisePlace[] | undefined {
  const said = new Set(
    [text, ...noted.filter(({ sameAs }) => sameAs !== undefined).map(line => line.text)].map(sameWords),
  );
  const like = noted.filter(line => line.state === 'open' && !said.has(sameWords(line.text)));
  return like.length === 0 ? undefined : like.map(({ place }) => place);
}

/** The day from which on a line says the promise is no longer open; nothing where it does not. */
function settledOn({ state, done, declined, met }: SaidPromise): string {
  if (state !== 'done' && state !== 'declined') return '';
  const day = done ?? declined?.day;
  if (met === undefined) return day ?? '9999';
  return day !== undefined && day > met ? day : met;
}
