import { findItem, goalItemsOf, type ItemPlace } from '../core/goal/goalItems.ts';
import { tickTask } from '../core/note/tickTask.ts';
import type { Day } from '../core/time/day.ts';
import { editNote } from './editNote.ts';
import { Failure } from './failure.ts';
import type { OwnGoal } from './ownGoal.ts';

/** What a box becomes: ticked on a day, opened again, or the other of what it is. */
export type Tick = { readonly done: Day } | { readonly isOpen: true } | { readonly turnedOn: Day };

/**
 * Ticks a step or a key result of a goal, or opens it again. Where the note moved on since its row was drawn it is found by its words.
 *
 * @throws Failure where it is no longer there
 */
export async function tickStep(goal: OwnGoal, place: ItemPlace, tick: Tick): Promise<void> {
  await editNote(goal, text => {
    const task = findItem(goalItemsOf(text), place)?.task;
    if (!task) throw new Failure(`“${place.text}” is no longer in “${goal.title}”, so nothing was written.`);
    if ('turnedOn' in tick) return tickTask(text, task, task.state === 'done' ? undefined : tick.turnedOn);
    return tickTask(text, task, 'done' in tick ? tick.done : undefined);
  });
}
