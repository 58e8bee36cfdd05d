import { printReflection, reflectionPath, watchAdded, type Feeling } from '../../core/erosion/reflection.ts';
import { restored } from '../../core/erosion/restore.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { erosionsSince, type Shrunk } from './erosionsOf.ts';
import { changeNote } from '../notebook/changeNote.ts';

/** Keeps what she felt about a change, on the private shelf and nowhere else. Answers the note. */
export function reflect(
  { notebook, clock }: Pick<Desk, 'notebook' | 'clock'>,
  { title, goal, erosions }: Shrunk,
  felt: Feeling,
): Promise<PrivatePath> {
  const reflection = { day: clock.today(), felt, title, erosions, ...(goal !== undefined && { goal }) };
  return notebook.private.create(reflectionPath(reflection), printReflection(reflection));
}

/** Asks for another look at it on a day. */
export function watchUntil({ notebook }: Pick<Desk, 'notebook'>, path: PrivatePath, until: Day): Promise<void> {
  return changeNote(notebook.private, path, text => watchAdded(text, until));
}

/**
 * Puts back what a goal said, change by change, each told anew from what stands there by then. Answers whether anything could be.
 */
export async function putBack(
  { notebook }: Pick<Desk, 'notebook'>,
  { path, before, erosions }: Shrunk,
  yaml: HeadReader,
): Promise<boolean> {
  let isChanged = false;
  for (const { mark } of erosions)
    await notebook.shared.update(path, now => {
      if (now === undefined) return [];
      const found = erosionsSince(path, { then: before.text, now, yaml }).find(each => each.mark === mark);
      const edits = found === undefined ? [] : restored(now, before.text, found, yaml);
      isChanged ||= edits.length > 0;
      return edits;
    });
  return isChanged;
}
