import { listValue } from '../note/headValues.ts';
import { logTypes, type EntryType, type HeadValue, type LogType, type Note } from '../note/note.ts';
import type { Handle, PrivatePath, SharedPath } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';
import { weekOf, type Week } from '../time/week.ts';
import { titleOf } from '../note/noteName.ts';
import { parseCapture } from './capture.ts';
import type { EntryPlace } from './entryNote.ts';
import { saysTheSame } from './trailers.ts';
import type { TrailerEntry } from './trailerEntry.ts';
import { compareText } from '../note/compareText.ts';
import { dayOfNote } from '../note/noteDays.ts';

/** An entry of the log that is a note; a book or an article she read is one too. */
export interface LoggedEntry<P extends EntryPlace = EntryPlace> {
  readonly place: P;
  readonly type: LogType;
  readonly title: string;
  /** Its `date`, else the day its file is named by. */
  readonly day: Day;
  readonly goal?: string;
  readonly skills: readonly string[];
  readonly tags: readonly string[];
  readonly isPrivate: boolean;
  /** The commit it came from, abbreviated, and not from lines of code: an accepted trailer has one. */
  readonly fromCommit?: string;
}

/** Where an entry lies that others can read. */
export type SharedPlace = Extract<EntryPlace, { shelf: 'shared' }>;

/** The entries a person has on the team's shelf, newest first; also those that say they are private. */
export function sharedEntries(
  notes: readonly (Note & { readonly path: SharedPath })[],
  handle: Handle,
): readonly LoggedEntry<SharedPlace>[] {
  const folder = `people/${handle}/`;
  const hers = notes.filter(({ path }) => path.startsWith(folder));
  return newestFirst(hers.flatMap(note => loggedEntry(note, { shelf: 'shared' as const, path: note.path }) ?? []));
}

/** The entries of a private shelf, newest first. They are private whatever they say. */
export function privateEntries(notes: readonly (Note & { readonly path: PrivatePath })[]): readonly LoggedEntry[] {
  const all = notes.flatMap(note => loggedEntry(note, { shelf: 'private', path: note.path }) ?? []);
  return newestFirst(all.map(entry => ({ ...entry, isPrivate: true })));
}

/** Entries of any shelves in one list. */
export function newestFirst<E extends LoggedEntry>(entries: readonly E[]): readonly E[] {
  return entries.toSorted(
    (a, b) =>
      compareText(b.day, a.day) || compareText(b.place.path, a.place.path) || compareText(a.place.shelf, b.place.shelf),
  );
}

/** Those of one week. */
export function entriesOfWeek<E extends LoggedEntry>(entries: readonly E[], week: Week): readonly E[] {
  return entries.filter(({ day }) => weekOf(day) === week);
}

/** The note that says what a trailer says, where there is one. */
export function sayingTheSame<E extends LoggedEntry>(trailer: TrailerEntry, entries: readonly E[]): E | undefined {
  return entries.find(entry => typeOf[trailer.kind] === entry.type && isSameText(trailer, entry));
}

/**
 * The trailers no note was made of yet: none in its words, none that remembers its commit. A commit may have two of them,
 * one accepted, and that perhaps under a new title.
 */
export function notYetAccepted(
  trailers: readonly TrailerEntry[],
  entries: readonly LoggedEntry[],
): readonly TrailerEntry[] {
  const left = new Set(entries);
  const without = (open: readonly TrailerEntry[], fits: (trailer: TrailerEntry, entry: LoggedEntry) => boolean) =>
    open.filter(trailer => {
      const entry = [...left].find(other => typeOf[trailer.kind] === other.type && fits(trailer, other));
      return entry === undefined || !left.delete(entry);
    });
  const unsaid = without(trailers, isSameText);
  return without(
    unsaid,
    ({ commit }, { fromCommit }) => fromCommit !== undefined && commit.hash.startsWith(fromCommit),
  );
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

/** The entry a note is; undefined for a note of another kind, or one without a day. */
export function loggedEntry<P extends EntryPlace>(note: Note, place: P): LoggedEntry<P> | undefined {
  const { title, head, isPrivate } = note;
  const type = logTypes.find(known => known === note.type);
  const day = dayOfNote({ head, path: place.path });
  if (!type || day === undefined) return undefined;
  const goal = textOf(head['goal']);
  const commit = head['path'] === undefined ? hashOf(textOf(head['commit'])) : undefined;
  return {
    place,
    type,
    title,
    day,
    skills: listValue(head['skills']),
    tags: listValue(head['tags']),
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
