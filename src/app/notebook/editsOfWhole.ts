import { HeadRefused } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { isUnreadable, readNote } from '../../core/note/readNote.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { Failure } from '../failure.ts';

/** How a note that is there would be changed. */
export interface WantedChange {
  readonly path: NotePath;
  readonly text: string;
  readonly yaml: HeadReader;
}

/**
 * The edits of a note that is whole. One whose front matter can't be read, or in which two versions meet, is left as it is: nobody
 * knows what an edit would do to it.
 *
 * @throws Failure where it is not whole; what `change` throws is thrown on.
 */
export function editsOfWhole(
  { path, text, yaml }: WantedChange,
  change: (text: string) => readonly TextEdit[],
): readonly TextEdit[] {
  const { title, problems } = readNote(path, text, yaml);
  if (problems.some(({ code }) => code === 'conflict' || code === 'body-conflict'))
    throw new Failure(`Two versions meet in “${title}”. Choose between them in the note, and try again.`);
  if (problems.some(isUnreadable)) throw unreadable(title);
  try {
    return change(text);
  } catch (error) {
    throw error instanceof HeadRefused ? unreadable(title, error) : error;
  }
}

function unreadable(title: string, cause?: Error): Failure {
  const sentence = `The top of “${title}” can’t be read, so nothing was written. The mark at its line says what to mend.`;
  return new Failure(sentence, cause && { cause });
}
