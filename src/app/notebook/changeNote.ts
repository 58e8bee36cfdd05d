import type { NotePath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { Failure } from '../failure.ts';
import type { Shelf } from '../shelf.ts';

/**
 * Changes a note that has to be there.
 *
 * @throws Failure where it is gone, so that nobody believes it was written
 */
export function changeNote<P extends NotePath>(
  shelf: Pick<Shelf<P>, 'update'>,
  path: P,
  change: (text: string) => readonly TextEdit[],
): Promise<void> {
  return shelf.update(path, text => {
    if (text === undefined)
      throw new Failure(`${path} is no longer there, so nothing was written. Look whether it was moved.`);
    return change(text);
  });
}
