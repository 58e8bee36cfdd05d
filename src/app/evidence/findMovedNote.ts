import { isNoteRef, type NoteRef } from '../../core/evidence/evidence.ts';
import { listValue } from '../../core/note/headValues.ts';
import { relativeHref } from '../../core/markdown/relativeHref.ts';
import { slugOf, type NotePath } from '../../core/note/notePath.ts';
import { noteOf, type CheckedRef, type GoalText } from './checkEvidence.ts';
import type { Desk } from '../desk.ts';
import type { IndexedNote, Shelf } from '../shelf.ts';

/**
 * The note a link meant that leads nowhere any more: of the same title, named so among its aliases, or moved with its file's name. One
 * that is not for others is never named in a note that is; where several could be meant, nobody knows.
 */
export async function findMovedNote(
  { notebook }: Pick<Desk, 'notebook'>,
  goal: Pick<GoalText, 'shelf' | 'path'>,
  { ref, verdict }: Pick<CheckedRef, 'ref' | 'verdict'>,
): Promise<NoteRef | undefined> {
  if (verdict.state !== 'noteGone' || !isNoteRef(ref)) return undefined;
  const gone = noteOf(goal.path, ref);
  const shelf = (ref.isRooted ? notebook.shared : notebook[goal.shelf]) as Shelf<NotePath>; // as the path is
  const notes = (await shelf.notes()).filter(
    ({ isPrivate, path }) => path !== goal.path && !(isPrivate && isOpen(goal)),
  );
  const names = [ref.text, gone && slugOf(gone)].flatMap(name => (name === undefined ? [] : [plain(name)]));
  const found = [titled, called, kept].map(fits => notes.filter(note => names.some(name => fits(note, name))));
  const [moved] = found.find(({ length }) => length === 1) ?? [];
  if (!moved) return undefined;
  const at = ref.isRooted
    ? { href: moved.path, isRooted: true as const }
    : { href: relativeHref(goal.path, moved.path) };
  return {
    kind: /(?:^|\/)answers\//.test(moved.path) ? 'answer' : 'note',
    ...at,
    ...(ref.text !== undefined && { text: ref.text }),
  };
}

/** A goal others can read: what its note names is seen by them. */
function isOpen({ shelf }: Pick<GoalText, 'shelf'>): boolean {
  return shelf === 'shared';
}

function titled({ title }: IndexedNote, name: string): boolean {
  return plain(title) === name;
}

function called({ head }: IndexedNote, name: string): boolean {
  return [...listValue(head['aliases']), ...listValue(head['alias'])].some(alias => plain(alias) === name);
}

function kept({ path }: IndexedNote, name: string): boolean {
  return plain(slugOf(path)) === name;
}

function plain(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
