import type { NotePath } from '../../core/note/notePath.ts';
import { isFailure } from '../failure.ts';
import type { Shelf } from '../shelf.ts';

/** A note's text; undefined where it can't be read, or went since the index saw it: the others are read all the same. */
export async function readIfThere<P extends NotePath>(shelf: Shelf<P>, path: P): Promise<string | undefined> {
  try {
    return await shelf.read(path);
  } catch (error) {
    if (isFailure(error) || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
