import { linesOf, eolOf } from '../note/noteText.ts';
import type { SharedPath } from '../note/notePath.ts';
import { tickTask } from '../note/tickTask.ts';
import { withoutFields, type TaskLine } from '../note/tasks.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Day } from '../time/day.ts';
import { cleanText } from '../markdown/cleanText.ts';
import { quoted } from './joinedPromises.ts';
import { promisesIn, sameWords, type PromiseLine } from './promise.ts';

/** The edits that tick a promise on the day it was kept. */
export function promiseKept(text: string, { task }: PromiseLine, day: Day): readonly TextEdit[] {
  return tickTask(text, task, day);
}

/**
 * The edits that carry a promise to another day. The first day it was promised for stays in its line.
 *
 * @example
 * // - [ ] Find a budget · for @ada 📅 2026-12-01
 * // - [ ] Find a budget · for @ada · since 2026-12-01 📅 2027-01-15
 */
export function promiseCarried(text: string, { task, since, due }: PromiseLine, to: Day): readonly TextEdit[] {
  if (due === to) return [];
  const end = wordsEnd(text, task);
  const first = since ?? due;
  const said = since === undefined && first !== undefined ? ` · since ${first}` : '';
  const days = due === undefined ? [] : [...text.slice(end, task.at.end).matchAll(new RegExp(due, 'g'))];
  const day = days.findLast(({ index }) => dueSign.test(text.slice(task.at.start, end + index)));
  if (!day) return [{ at: { start: end, end }, text: `${said} 📅 ${to}` }];
  const start = end + day.index;
  return [
    ...(said === '' ? [] : [{ at: { start: end, end }, text: said }]),
    { at: { start, end: start + to.length }, text: to },
  ];
}

const dueSign = /(?:(?:📅|📆|🗓)\uFE0F? *|[[(]due:: *)$/u;

/** The edits that say no to what was promised, and why. */
export function promiseDeclined(
  text: string,
  { task }: PromiseLine,
  { day, why }: { readonly day: Day; readonly why: string },
): readonly TextEdit[] {
  const end = wordsEnd(text, task);
  return [
    { at: task.markAt, text: '-' },
    { at: { start: end, end }, text: ` · declined ${day}: ${withoutFields(cleanText(why))}` },
  ];
}

/**
 * The edits that leave in a private line where the promise stands now: it is open there, and not here.
 *
 * @param words those it has there, which are noted too where they are others
 * @example
 * // - [ ] @lin find a budget 📅 2026-12-01
 * // - [>] @lin find a budget 📅 2026-12-01 · same as “The money for the course” → people/lin/promises.md
 */
export function promiseMoved(
  text: string,
  { task, text: own }: PromiseLine,
  { path, words }: { readonly path: SharedPath; readonly words: string },
): readonly TextEdit[] {
  const end = task.at.start + text.slice(task.at.start, task.at.end).trimEnd().length;
  const same = sameWords(words) === sameWords(own) ? '' : ` · same as “${quoted(words)}”`;
  return [
    { at: task.markAt, text: '>' },
    { at: { start: end, end }, text: `${same} → ${path}` },
  ];
}

/** The edits that put a promise behind the last one, or at the end of the note. */
export function promiseAdded(text: string, line: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const last = promisesIn(text).at(-1);
  const end = last ? endOfItem(text, last.task) : text.trimEnd().length;
  const close = end === text.length ? eol : '';
  return [{ at: { start: end, end }, text: `${last ? eol : eol + eol}${line}${close}` }];
}

/** Where a list item ends with all that is indented below it. */
function endOfItem(text: string, { at, indent }: TaskLine): number {
  let end = at.end;
  for (const line of [...linesOf(text, at.end)].slice(1)) {
    if (line.text.trim() === '' || line.text.search(/\S/) <= indent) break;
    end = line.end;
  }
  return end;
}

/** Where the words of a line end and its fields begin. */
function wordsEnd(text: string, task: TaskLine): number {
  const start = task.markAt.end + 1;
  return text.indexOf(task.text, start) + task.text.length;
}
