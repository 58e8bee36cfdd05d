import { HeadRefused } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { isUnreadable, readNote } from '../../core/note/readNote.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { hasConflict } from '../../core/week/conflict.ts';
import { Failure } from '../failure.ts';
import type { Shelf } from '../shelf.ts';

/** A note that is to be changed, and who reads its front matter. */
export interface EditedNote<P extends NotePath> {
  readonly shelf: Shelf<P>;
  readonly path: P;
  readonly yaml: HeadReader;
}

/**
 * Changes a note that is there and whole. One whose front matter can't be read, or in which two versions meet, is left as it is:
 * nobody knows what an edit would do to it.
 *
 * @throws Failure where the note is gone, unreadable or in conflict; what `change` throws is thrown on, and nothing is written.
 */
export async function editNote<P extends NotePath>(
  { shelf, path, yaml }: EditedNote<P>,
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  await shelf.update(path, text => {
    if (text === undefined) throw new Failure(`${path} is no longer there, so nothing was written.`);
    const { title, problems } = readNote(path, text, yaml);
    if (hasConflict(text) || problems.some(({ code }) => code === 'conflict'))
      throw new Failure(`Two versions meet in “${title}”. Choose between them in the note, and try again.`);
    if (problems.some(isUnreadable)) throw unreadable(title);
    try {
      return change(text);
    } catch (error) {
      throw error instanceof HeadRefused ? unreadable(title, error) : error;
    }
  });
}

function unreadable(title: string, cause?: Error): Failure {
  const sentence = `The top of “${title}” can’t be read, so nothing was written. The mark at its line says what to mend.`;
  return new Failure(sentence, cause && { cause });
}
