import { tasksOf } from '../note/tasks.ts';
import { promiseAt, type PromiseLine } from '../promise/promise.ts';

/** What says most of a step or a promise comes last. */
const states: readonly PromiseLine['state'][] = ['open', 'moved', 'declined', 'done'];

/**
 * One line of a step or a promise that two clones changed: done counts more than declined, that more than carried, and of two days
 * it is the one a person would keep: the first it was done on, the last it was carried to. Undefined where its words differ.
 *
 * @example
 * mergeTaskLine('- [x] read ✅ 2026-11-23', '- [ ] read 📅 2026-12-01'); //=> '- [x] read ✅ 2026-11-23'
 */
export function mergeTaskLine(ours: string, theirs: string): string | undefined {
  const [mine, other] = [promiseOn(ours), promiseOn(theirs)];
  if (!mine || !other) return undefined;
  if (mine.text !== other.text || mine.to !== other.to || mine.task.indent !== other.task.indent) return undefined;
  const further = states.indexOf(mine.state) - states.indexOf(other.state);
  if (further !== 0) return further > 0 ? ours : theirs;
  if (mine.state === 'done') return firstDay(mine.done) <= firstDay(other.done) ? ours : theirs;
  if (mine.state === 'declined') return undefined; // each has its reason, and only a person knows which holds
  return (mine.due ?? '') >= (other.due ?? '') ? ours : theirs;
}

/** What a step or a promise is recognised by, however far it is; undefined for any other line. */
export function taskWords(line: string): string | undefined {
  const promise = promiseOn(line);
  return promise && `${' '.repeat(promise.task.indent)}- [ ] ${promise.text}`;
}

function promiseOn(line: string): PromiseLine | undefined {
  const [task] = tasksOf(line);
  return task && promiseAt(task);
}

function firstDay(day: string | undefined): string {
  return day ?? '9999';
}
