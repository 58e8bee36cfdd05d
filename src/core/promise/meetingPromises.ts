import { droppedSpans } from '../meeting/points.ts';
import type { Handle } from '../note/notePath.ts';
import type { Span } from '../note/problem.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import { sameHandle } from '../people/leads.ts';
import { findParts } from '../week/generatedPart.ts';
import { lineHash } from '../week/part.ts';
import { promiseAt, type PromiseLine } from './promise.ts';

/** A promise in the note of a one-to-one, which says who gave it to whom. */
export interface MeetingPromise extends PromiseLine {
  readonly by: Handle;
  readonly to: Handle;
  /** Written by the tool from another note, and left as it was. */
  readonly isCopy: boolean;
}

/** Who met. */
export interface Meeting {
  readonly me: Handle;
  /** Everybody but me; mostly one. */
  readonly others: readonly Handle[];
}

/**
 * The promises of a one-to-one's note: task lines with the handle of who promised in front, or, without one, below "Promised to me" and
 * "Promised by me". Other tasks are none, and what belongs to a dropped point is none.
 *
 * @example
 * meetingPromises('- [ ] @lin find a budget', { me: 'ada', others: ['lin'] })[0];
 * //=> { by: 'lin', to: 'ada', text: 'find a budget', … }
 */
export function meetingPromises(text: string, meeting: Meeting): readonly MeetingPromise[] {
  const { parts } = findParts(text);
  const dropped = droppedSpans(text);
  return tasksOf(text).flatMap((task): MeetingPromise[] => {
    const found = given(task, meeting);
    if (!found || isDropped(task, dropped)) return [];
    const part = parts.find(({ begin, end }) => begin.end <= task.at.start && task.at.end <= end.start);
    const hash = lineHash(text.slice(task.at.start, task.at.end));
    return [{ ...found, isCopy: part?.listed.some(fact => fact.hash === hash) === true }];
  });
}

/** Whether a task belongs to a dropped point. A promise that was itself declined has a box with a dash too. */
function isDropped({ at, state }: TaskLine, dropped: readonly Span[]): boolean {
  return dropped.some(
    ({ start, end }) => at.end <= end && (start < at.start || (start === at.start && state !== 'dropped')),
  );
}

function given(task: TaskLine, { me, others }: Meeting): Omit<MeetingPromise, 'isCopy'> | undefined {
  const [front = '', handle] = /^@([\p{L}\p{N}_][\p{L}\p{N}_-]*)[:,]?[ \t]+/u.exec(task.text) ?? [];
  const promise = promiseAt({ ...task, text: task.text.slice(front.length) });
  const by = handle === undefined ? promiserIn(task.section ?? '', { me, others }) : known(handle, [me, ...others]);
  if (by === undefined || promise.text === '') return undefined;
  const to = promise.to ?? (sameHandle(by, me) ? only(others) : me);
  return to === undefined ? undefined : { ...promise, by, to: known(to, [me, ...others]), task };
}

/** The promiser a heading names. */
function promiserIn(heading: string, { me, others }: Meeting): Handle | undefined {
  const [, word, name = ''] = /^promised (to|by) @?(\S+)$/i.exec(heading.trim()) ?? [];
  if (word === undefined) return undefined;
  const isMine = /^me$/i.test(name) || sameHandle(name, me);
  if (/^by$/i.test(word)) return isMine ? me : others.find(other => sameHandle(other, name));
  return isMine ? only(others) : me;
}

/** A handle as it is written elsewhere. */
function known(handle: Handle, handles: readonly Handle[]): Handle {
  return handles.find(each => sameHandle(each, handle)) ?? handle;
}

function only(handles: readonly Handle[]): Handle | undefined {
  return handles.length === 1 ? handles[0] : undefined;
}
