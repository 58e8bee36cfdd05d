import type { Shelf } from '../../../app/shelf.ts';
import type { NotePath } from '../../../core/note/notePath.ts';
import { tasksOf, type TaskLine } from '../../../core/note/tasks.ts';
import { plainLabel } from '../../../core/outline/plainLabel.ts';
import { tickTask } from '../../../core/note/tickTask.ts';
import type { Day } from '../../../core/time/day.ts';

/** The task a row stands for. */
export interface StepPlace<P extends NotePath> {
  readonly path: P;
  /** Where the row saw it, counted from 1. */
  readonly line: number | undefined;
  /** Its words as the row shows them. */
  readonly label: string;
}

/**
 * Ticks a task of a note, or opens it again (`done` is undefined). Where the note moved on since the row was drawn, the task is
 * found by its words.
 */
export function tickStep<P extends NotePath>(
  shelf: Shelf<P>,
  step: StepPlace<P>,
  done: Day | undefined,
): Promise<void> {
  return change(shelf, step, () => done);
}

/** Ticks a task that is open, and opens one that is done, whatever the row says by now. */
export function turnStep<P extends NotePath>(shelf: Shelf<P>, step: StepPlace<P>, today: Day): Promise<void> {
  return change(shelf, step, ({ state }) => (state === 'done' ? undefined : today));
}

function change<P extends NotePath>(
  shelf: Shelf<P>,
  step: StepPlace<P>,
  doneOn: (task: TaskLine) => Day | undefined,
): Promise<void> {
  return shelf.update(step.path, (text = '') => {
    const tasks = tasksOf(text).map(task => ({ task, line: text.slice(0, task.at.start).split(/\r\n|\r|\n/).length }));
    const same = tasks.filter(({ task }) => plainLabel(task.text) === plainLabel(step.label));
    const found =
      same.find(({ line }) => line === step.line) ?? same[0] ?? tasks.find(({ line }) => line === step.line);
    return found ? tickTask(text, found.task, doneOn(found.task)) : [];
  });
}
