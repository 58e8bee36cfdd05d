import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { Failure } from '../failure.ts';
import type { Shelf } from '../shelf.ts';
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
  await shelf.update(path, text => {
    if (text === undefined)
      throw new Failure(`${path} is no longer there, so nothing was written. Look whether it was moved.`);
    return editsOfWhole({ path, text, yaml }, change);
  });
}
