import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import type { Shelf } from '../shelf.ts';
import { changeNote } from './changeNote.ts';
import { editsOfWhole } from './editsOfWhole.ts';

/** A note that is to be changed, and who reads its front matter. */
export interface EditedNote<P extends NotePath> {
  readonly shelf: Shelf<P>;
  readonly path: P;
  readonly yaml: HeadReader;
}

/**
 * Changes a note that is there and whole.
 *
 * @throws Failure where the note is gone, unreadable or in conflict; what `change` throws is thrown on, and nothing is written.
 */
export async function editNote<P extends NotePath>(
  { shelf, path, yaml }: EditedNote<P>,
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  await changeNote(shelf, path, text => editsOfWhole({ path, text, yaml }, change));
}
