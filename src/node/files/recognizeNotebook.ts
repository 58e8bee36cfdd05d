import { join } from 'node:path';
import { noteTypes } from '../../core/note/note.ts';
import { isMovedNote, movedNoteName } from '../../core/share/movedNotes.ts';
import { realDisk } from './disk.ts';
import { exists, isFolder, namesIn } from './notebookPlaces.ts';
import { readNoteBytes } from './readNoteBytes.ts';

/** What a folder that could be a notebook turns out to be. */
export type Recognized =
  | 'ours'
  | 'empty'
  /** Notes are on their way there, and not all arrived. */
  | 'begun'
  /** Notes were there, and left a word where they went. */
  | 'left'
  | 'other';

/** What notes can be put into. */
export function isFree(folder: string): boolean {
  return ['empty', 'begun', 'left'].includes(recognizeNotebook(folder));
}

/** A file that marks a folder notes are being moved to. */
export const beginMark = '.outloud-moving';

/** How many files are looked into before a folder is taken for something else. */
const mostFiles = 12;
const ourFolders = ['objectives', 'issues', 'protocols', 'rituals'];
const types: readonly string[] = noteTypes;

/** Whether a folder is a notebook of ours, by its names and a look into a few files: an unrelated one is left alone. */
export function recognizeNotebook(folder: string): Recognized {
  if (exists(join(folder, beginMark))) return 'begun';
  const names = namesIn(folder);
  if (names.length === 0) return 'empty';
  if (isFolder(join(folder, 'people'))) return 'ours';
  if (holdsNoteOfOurs(folder, names)) return 'ours';
  return isMovedNote(beginningOf(join(folder, movedNoteName))) ? 'left' : 'other';
}

/** The same for a folder that is a repository's top level, where a `people` folder alone proves nothing. */
export function isNotebookItself(folder: string): boolean {
  if (exists(join(folder, beginMark))) return false;
  const team = typeOf(join(folder, 'team.md')) === 'team';
  return team || (isFolder(join(folder, 'people')) && holdsNoteOfOurs(join(folder, 'people')));
}

function holdsNoteOfOurs(folder: string, names = namesIn(folder)): boolean {
  const first = ['team.md', 'skills.md', 'glossary.md'].filter(name => names.includes(name));
  const others = names.filter(name => name.endsWith('.md') && !first.includes(name));
  const below = names.filter(name => ourFolders.includes(name) || folder.endsWith('people'));
  const files = [
    ...[...first, ...others].map(name => join(folder, name)),
    ...below.flatMap(name => markdownIn(join(folder, name))),
  ];
  return files.slice(0, mostFiles).some(file => types.includes(typeOf(file) ?? ''));
}

/** A few notes of a folder and of those in it. */
function markdownIn(folder: string): readonly string[] {
  const names = namesIn(folder).slice(0, mostFiles);
  const here = names.filter(name => name.endsWith('.md')).map(name => join(folder, name));
  const below = names.filter(name => !name.includes('.')).map(name => join(folder, name));
  return [
    ...here,
    ...below.flatMap(at =>
      namesIn(at)
        .filter(isNote)
        .slice(0, 2)
        .map(name => join(at, name)),
    ),
  ];
}

function isNote(name: string): boolean {
  return name.endsWith('.md');
}

/** The type a file's front matter names; only a hint, so no parser is asked. */
function typeOf(file: string): string | undefined {
  const [, head = ''] = /^\uFEFF?---\r?\n([^]*?)\r?\n---\s*(?:\r?\n|$)/.exec(beginningOf(file)) ?? [];
  return /^type:[ \t]*["']?([a-z-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(head)?.[1];
}

/** The first words of a file; none where it is no text that can be read. */
function beginningOf(file: string): string {
  try {
    return readNoteBytes(realDisk, file).bytes.toString('utf8', 0, 4096);
  } catch {
    return '';
  }
}
