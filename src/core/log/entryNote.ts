import type { HeadValue } from '../note/note.ts';
import type { Handle, PrivatePath, SharedPath } from '../note/notePath.ts';
import { fileNameOf } from '../note/noteName.ts';
import { printNote } from '../note/printNote.ts';
import { escapeText, link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import type { CodeAnchor, Entry } from './entry.ts';
import { peopleOf, wordsOf } from './entryWords.ts';

/** Where an entry's note goes: a path and the shelf it belongs to, which no other shelf takes. */
export type EntryPlace =
  { readonly shelf: 'shared'; readonly path: SharedPath } | { readonly shelf: 'private'; readonly path: PrivatePath };

/** An entry that is known not to be for others. */
export type PrivateEntry = Entry & ({ readonly private: true } | { readonly type: 'hard-moment' });

/**
 * Where an entry is written. There is no way from here to a shared path for a private entry, and a hard moment is
 * always one.
 *
 * @example
 * entryPath(entry, 'ada');
 * //=> { shelf: 'shared', path: 'people/ada/learning/2026-11-18-pgbouncer-pins-a-session-for-set.md' }
 */
export function entryPath(entry: PrivateEntry, me: Handle): Extract<EntryPlace, { shelf: 'private' }>;
export function entryPath(entry: Entry, me: Handle): EntryPlace;
export function entryPath(entry: Entry, me: Handle): EntryPlace {
  const name = `learning/${entry.day}-${fileNameOf(entryTitle(entry))}.md`;
  return isPrivate(entry)
    ? { shelf: 'private', path: name as PrivatePath }
    : { shelf: 'shared', path: `people/${me}/${name}` as SharedPath };
}

/** Whether an entry is for nobody else: said so in any way, or a hard moment. */
export function isPrivate(entry: Entry): entry is PrivateEntry {
  // Whatever else comes in from a caller without types, such as 'no' or 0, counts as private.
  return (entry.private as unknown) !== false || entry.type === 'hard-moment';
}

/** The entry's first sentence; where she wrote none, what kind of entry it is. */
export function entryTitle(entry: Entry): string {
  return wordsOf(entry).title;
}

/** An entry as the text of its note, to be read on any forge. */
export function printEntry(entry: Entry): string {
  const { title, body } = wordsOf(entry);
  const parts = [body, sourceLine(entry)].filter(part => part !== '');
  return printNote({ head: headOf(entry), title, body: parts.join('\n\n') });
}

function headOf(entry: Entry): Readonly<Record<string, HeadValue | undefined>> {
  const { anchor, from } = entry;
  // Lines that are not in the commit as she saw them are nobody's to follow from there: its words below still name it.
  const commit = anchor ? (anchor.changed ? undefined : anchor.commit) : from?.hash;
  const to = peopleOf(entry);
  return {
    type: entry.type,
    date: entry.day,
    private: isPrivate(entry) || undefined,
    goal: entry.goal,
    skills: listed(entry.skills),
    tags: listed(entry.tags),
    to: to.length === 1 ? to[0] : listed(to),
    minutes: entry.minutes,
    source: entry.source?.title,
    repo: anchor ? anchor.repo : from?.repo,
    commit: commit === undefined ? undefined : shortHash(commit),
    path: anchor?.path,
    lines: anchor?.lines && linesText(anchor.lines),
  };
}

function listed(values: readonly string[]): readonly string[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** The line that leads back to where the entry came from. */
function sourceLine(entry: Entry): string {
  const { anchor, from, source } = entry;
  if (anchor) return codeLine(anchor);
  if (source) return isPrivate(entry) ? escapeText(source.title) : link(source.title, noteHref(source.path));
  return from ? link(`${from.repo} ${shortHash(from.hash)}`, from.url) : '';
}

/** All entries lie equally deep, whosever they are. */
function noteHref(path: SharedPath): string {
  return relativeHref('people/me/learning/entry.md' as SharedPath, path);
}

/** Where in the code it was: `services/db.ts:88-97 at 4f1c2a9`, a link where the forge is known. */
function codeLine(anchor: CodeAnchor): string {
  const place = anchor.lines ? `${anchor.path}:${linesText(anchor.lines)}` : anchor.path;
  const words = `${place}${whenText(anchor)}`;
  return anchor.permalink === undefined ? escapeText(words) : link(words, anchor.permalink);
}

function whenText({ commit, changed }: CodeAnchor): string {
  if (commit === undefined) return '';
  return changed ? `, changed since ${shortHash(commit)}` : ` at ${shortHash(commit)}`;
}

function linesText([first, last]: readonly [number, number]): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

/** A hash as people write it: seven characters, more where it came shorter than whole but longer than that. */
function shortHash(hash: string): string {
  return hash.length <= 12 ? hash : hash.slice(0, 7);
}
