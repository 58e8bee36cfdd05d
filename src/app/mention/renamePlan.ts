import { keepGenerated, type Moved } from '../../core/mention/keepGenerated.ts';
import type { Meaning } from '../../core/mention/meaning.ts';
import type { Mention } from '../../core/mention/mention.ts';
import type { KnownNote, Names, NotePlace } from '../../core/mention/names.ts';
import { renamedName, type Renaming } from '../../core/mention/renamedName.ts';
import { entryTypes, type HeadReader, type NoteType } from '../../core/note/note.ts';
import { type NotePath, ownerOf, type SharedPath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { editsOfWhole } from '../notebook/editsOfWhole.ts';
import { mentionsOf, type MentioningNote, type Reading } from './mentionsOf.ts';
import type { Notebook } from '../shelf.ts';

/** What renaming something changes, before anything is changed. */
export interface RenamePlan {
  /** The note whose file gets another name; edits of it are for its old place. */
  readonly move?: NotePlace & { readonly to: NotePath };
  readonly changes: readonly NoteChange[];
  /** Notes of others that go on using the old name: they are their writers'. */
  readonly kept: readonly NotePlace[];
}

/** Edits of one note, and the text they are for. */
export interface NoteChange extends NotePlace {
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

export interface RenameWork {
  readonly notebook: Notebook;
  readonly names: Names;
  readonly meaning: Meaning;
  readonly renaming: Renaming;
  readonly moved?: Moved;
  readonly yaml: HeadReader;
}

/**
 * The changes in her own notes, and which notes of others stay as they are.
 *
 * @throws Failure where one of hers can't be read, or two versions meet in it: half a renaming would be none
 */
export async function renameMentions(
  { notebook, names, meaning, renaming, moved, yaml }: RenameWork,
  reading: Reading,
): Promise<Pick<RenamePlan, 'changes' | 'kept'>> {
  const changed = (path: NotePath, text: string, edits: readonly TextEdit[]) =>
    editsOfWhole({ path, text, yaml }, () => keepGenerated(text, edits, moved));
  const changes: NoteChange[] = [];
  const kept: NotePlace[] = [];
  const isCandidate = (note: KnownNote) => isHers(note.path, names) || mayName(note);
  for await (const note of mentionsOf(notebook, { names, meaning }, { ...reading, isCandidate })) {
    const { shelf, path, text } = note;
    const edits = editsOf(note, renaming);
    if (edits.length === 0) continue;
    if (shelf === 'private' || isHers(path, names))
      changes.push({ shelf, path, text, edits: changed(path, text, edits) });
    else kept.push({ shelf, path });
  }
  const done = new Set(changes.map(({ path }) => path));
  for (const path of weeklyNotes(names).filter(path => !done.has(path))) {
    await reading.pause();
    reading.signal?.throwIfAborted();
    const text = await notebook.shared.read(path).catch(() => '');
    const edits = keepGenerated(text, [], moved);
    if (edits.length > 0) changes.push({ shelf: 'shared', path, text, edits: changed(path, text, []) });
  }
  return { changes, kept };
}

/** Hers. A line about the goal that she deleted is still listed there, and has to stay deleted under the new name. */
function weeklyNotes(names: Names): readonly SharedPath[] {
  const weekly = names.notes.shared.filter(({ type, path }) => type === 'weekly' && isHers(path, names));
  return weekly.map(({ path }) => path);
}

/** Whether a shared note is hers to write. */
function isHers(path: NotePath, { me }: Names): boolean {
  return ownerOf(path) === me;
}

/** An entry of somebody's log names goals and skills in its front matter, which the index knows; other notes may do so in their text. */
function mayName({ type, head }: KnownNote): boolean {
  const isEntry = (entryTypes as readonly (NoteType | undefined)[]).includes(type);
  return !isEntry || head['goal'] !== undefined || head['skills'] !== undefined || head['skill'] !== undefined;
}

function editsOf({ mentions, text }: MentioningNote, renaming: Renaming): readonly TextEdit[] {
  return mentions.flatMap((mention: Mention) => renamedName(mention, text, renaming) ?? []);
}
