import { loggedEntry, type LoggedEntry } from '../log/loggedEntry.ts';
import type { EntryPlace } from '../log/entryNote.ts';
import type { Lines } from '../log/sameLines.ts';
import { textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { type Handle, ownerOf } from '../note/notePath.ts';

/** The place in the code that an entry's note remembers. */
export interface RememberedCode {
  /** The repository's short name; absent where the entry was logged without git. */
  readonly repo?: string;
  /** Hexadecimal, mostly abbreviated; absent where the file was not committed then. */
  readonly commit?: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  /** Counted from 1; absent where the whole file is meant. */
  readonly lines?: Lines;
}

/** An entry of somebody's log that was made at some code. */
export interface CodeEntry extends LoggedEntry {
  /** Whose log it is in; undefined for the private shelf, which is the reader's own. */
  readonly by: Handle | undefined;
  readonly code: RememberedCode;
}

/** The entry a note is, where it remembers a place in the code. */
export function codeEntryOf(note: Note, place: EntryPlace): CodeEntry | undefined {
  const path = textValue(note.head['path']);
  const entry = path === undefined ? undefined : loggedEntry(note, place);
  if (!entry || path === undefined || isOdd(path)) return undefined;
  const repo = textValue(note.head['repo']);
  const commit = textValue(note.head['commit']);
  const lines = linesOf(textValue(note.head['lines']));
  const by = place.shelf === 'shared' ? ownerOf(place.path) : undefined;
  return {
    ...entry,
    by,
    code: {
      path,
      ...(repo !== undefined && { repo }),
      ...(commit !== undefined && /^[0-9a-f]{7,64}$/.test(commit) && { commit }),
      ...(lines && { lines }),
    },
  };
}

/** A path that leads out of a repository, or is none of git's. */
function isOdd(path: string): boolean {
  return /^[/\\]|^[a-z]:|[\0\n\r]/i.test(path) || path.split('/').some(part => part === '..' || part === '');
}

/** `88-97`, or one line. */
function linesOf(text: string | undefined): Lines | undefined {
  const [, first, last] = /^(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?$/.exec(text ?? '') ?? [];
  const lines = [Number(first), Number(last ?? first)] as const;
  return lines[0] >= 1 && lines[1] >= lines[0] ? lines : undefined;
}
