import { findItem, goalItemsOf, type ItemPlace } from '../../core/goal/goalItems.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { tasksOf, type TaskLine } from '../../core/note/tasks.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { tickTask } from '../../core/note/tickTask.ts';
import type { Day } from '../../core/time/day.ts';
import { editNote, type EditedNote } from '../notebook/editNote.ts';
import { Failure } from '../failure.ts';
import type { OwnGoal } from './ownGoal.ts';

/** What a box becomes: ticked on a day, opened again, or the other of what it is. */
export type Tick = { readonly done: Day } | { readonly isOpen: true } | { readonly turnedOn: Day };

/**
 * Ticks a step or a key result of a goal, or opens it again. Where the note moved on since its row was drawn it is found by its words.
 *
 * @throws Failure where it is no longer there
 */
export async function tickStep(goal: OwnGoal, place: ItemPlace, tick: Tick): Promise<void> {
  await editNote(goal, text => turned(text, findItem(goalItemsOf(text), place)?.task ?? gone(place.text), tick));
}

/** The same for a task of any other note, by its words without its fields. */
export async function tickTaskOf<P extends NotePath>(note: EditedNote<P>, words: string, tick: Tick): Promise<void> {
  await editNote(note, text =>
    turned(text, tasksOf(text).find(task => task.text.trim() === words.trim()) ?? gone(words), tick),
  );
}

function turned(text: string, task: TaskLine, tick: Tick): readonly TextEdit[] {
  if ('turnedOn' in tick) return tickTask(text, task, task.state === 'done' ? undefined : tick.turnedOn);
  return tickTask(text, task, 'done' in tick ? tick.done : undefined);
}

function gone(words: string): never {
  throw new Failure(`“${words}” is no longer in its note, so nothing was written.`);
}
