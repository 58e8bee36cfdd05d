import { entryTypes, type EntryType, type HeadValue, type Note } from '../note/note.ts';
import type { NotePath } from '../note/notePath.ts';
import { parseDay, type Day } from '../time/day.ts';
import { weekOf, type Week } from '../time/week.ts';
import { titleOf } from '../note/noteName.ts';
import { parseCapture } from './capture.ts';
import { saysTheSame } from './trailers.ts';
import type { TrailerEntry } from './trailerEntry.ts';

/** An entry of the log that is a note. */
export interface LoggedEntry<P extends NotePath = NotePath> {
  readonly path: P;
  readonly type: EntryType;
  readonly title: string;
  /** Its `date`, else the day its file is named by. */
  readonly day: Day;
  readonly goal?: string;
  readonly isPrivate: boolean;
  /** The commit it came from, abbreviated, and not from lines of code: an accepted trailer has one. */
  readonly fromCommit?: string;
}

/**
 * The entries among these notes, newest first.
 *
 * @param folder only what lies below it, such as `people/ada/`; empty for all
 */
export function loggedEntries<P extends NotePath>(
  notes: readonly (Note & { readonly path: P })[],
  folder = '',
): readonly LoggedEntry<P>[] {
  return notes
    .filter(({ path }) => path.startsWith(folder))
    .flatMap(note => entryOf(note) ?? [])
    .toSorted((a, b) => (a.day === b.day ? b.path.localeCompare(a.path, 'en') : a.day < b.day ? 1 : -1));
}

/** Those of one week. */
export function entriesOfWeek<P extends NotePath>(
  entries: readonly LoggedEntry<P>[],
  week: Week,
): readonly LoggedEntry<P>[] {
  return entries.filter(({ day }) => weekOf(day) === week);
}

/** The note that was made of a trailer, where there is one: from its commit, or, after a rebase, in its words. */
export function acceptedAs<E extends LoggedEntry>(trailer: TrailerEntry, entries: readonly E[]): E | undefined {
  return acceptedPairs([trailer], entries)[0]?.entry;
}

/** The trailers no note was made of yet. A commit with two of them may have one accepted, also under a new title. */
export function notYetAccepted(
  trailers: readonly TrailerEntry[],
  entries: readonly LoggedEntry[],
): readonly TrailerEntry[] {
  const accepted = new Set(acceptedPairs(trailers, entries).map(({ trailer }) => trailer));
  return trailers.filter(trailer => !accepted.has(trailer));
}

function acceptedPairs<E extends LoggedEntry>(trailers: readonly TrailerEntry[], entries: readonly E[]) {
  const left = new Set(entries);
  const pairs: { readonly trailer: TrailerEntry; readonly entry: E }[] = [];
  const pair = (fits: (trailer: TrailerEntry, entry: E) => boolean) => {
    for (const trailer of trailers) {
      if (pairs.some(known => known.trailer === trailer)) continue;
      const entry = [...left].find(candidate => typeOf[trailer.kind] === candidate.type && fits(trailer, candidate));
      if (!entry) continue;
      left.delete(entry);
      pairs.push({ trailer, entry });
    }
  };
  pair((trailer, entry) => isSameText(trailer, entry));
  pair((trailer, { fromCommit }) => fromCommit !== undefined && trailer.commit.hash.startsWith(fromCommit));
  return pairs;
}

const typeOf: Readonly<Record<TrailerEntry['kind'], EntryType | undefined>> = {
  learned: 'learning',
  thanks: 'thanks',
  goal: undefined,
};

function isSameText(trailer: TrailerEntry, entry: LoggedEntry): boolean {
  const { text } = parseCapture(trailer.text, typeOf[trailer.kind]);
  return saysTheSame(titleOf(text).title, entry.title);
}

function entryOf<P extends NotePath>(note: Note & { readonly path: P }): LoggedEntry<P> | undefined {
  const { path, title, head, isPrivate } = note;
  const type = entryTypes.find(known => known === note.type);
  const named = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1];
  const day = parseDay(textOf(head['date']) ?? '') ?? parseDay(named ?? '');
  if (!type || day === undefined) return undefined;
  const goal = textOf(head['goal']);
  const commit = head['path'] === undefined ? hashOf(textOf(head['commit'])) : undefined;
  return {
    path,
    type,
    title,
    day,
    isPrivate,
    ...(goal !== undefined && { goal }),
    ...(commit !== undefined && { fromCommit: commit }),
  };
}

function textOf(value: HeadValue | undefined): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function hashOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{7,64}$/.test(text) ? text : undefined;
}
