import { sectionsOf } from '../note/sections.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { parseDay, type Day } from '../time/day.ts';
import { blockOf, linesAround } from '../week/plans.ts';
import { isSame } from '../week/placeParts.ts';

/** An open line of an earlier meeting that goes on into the next one. */
export interface CarriedLine {
  /** Its words, without box, fields and where it came from: what it is recognised by. */
  readonly text: string;
  /** The meeting it was first written for. */
  readonly since: Day;
  /** As it goes into the next note, with what is indented below it. */
  readonly lines: readonly string[];
}

const sinceWords = / · since (\d{4}-\d{2}-\d{2})$/;

/**
 * What is still open below a heading of a meeting's note. A promise is none: it has a life of its own.
 *
 * @param met the day of that meeting
 */
export function carriedLines(text: string, heading: string, met: Day): readonly CarriedLine[] {
  return openTasks(text, heading).map(({ task, below }) => {
    const words = plainOf(task);
    const since = parseDay(sinceWords.exec(task.text)?.[1] ?? '') ?? met;
    const line = text.slice(task.at.start + task.indent, task.at.end).trimEnd();
    const at = line.indexOf(task.text, task.markAt.end - task.at.start - task.indent);
    const carried = `${line.slice(0, at)}${words} · since ${since}${line.slice(at + task.text.length)}`;
    return { text: words, since, lines: [carried, ...below.lines] };
  });
}

/** The edits that close in an earlier note what stands in the new one, so that it is open once: `- [>] … → 2026-11-24`. */
export function closeCarried(
  text: string,
  heading: string,
  into: { readonly text: string; readonly day: Day },
): readonly TextEdit[] {
  const arrived = lineTexts(into.text);
  return openTasks(text, heading)
    .filter(({ task }) => arrived.has(plainOf(task)))
    .flatMap(({ task, below }) => {
      const end = task.at.start + text.slice(task.at.start, task.at.end).trimEnd().length;
      const marks = [task, ...below.tasks].map(({ markAt }) => ({ at: markAt, text: '>' }));
      return [...marks, { at: { start: end, end }, text: ` → ${into.day}` }];
    });
}

/** The words of every task of a note, whatever became of it: what is there need not be carried in again. */
export function lineTexts(text: string): ReadonlySet<string> {
  return new Set(tasksOf(text).map(plainOf));
}

function openTasks(text: string, heading: string) {
  const section = sectionsOf(text).find(({ title }) => isSame(title, heading));
  if (!section) return [];
  const tasks = tasksOf(text);
  const around = linesAround(text, tasks);
  const taken = new Set<TaskLine>();
  return tasks
    .filter(({ at, state }) => state === 'open' && at.start >= section.body.start && at.end <= section.body.end)
    .filter(task => plainOf(task) !== '' && !/^@[\p{L}\p{N}_]/u.test(task.text))
    .flatMap(task => {
      if (taken.has(task)) return [];
      const below = blockOf(task, { ...around, until: section.body.end });
      for (const along of below.tasks) taken.add(along);
      return [{ task, below }];
    });
}

function plainOf({ text }: TaskLine): string {
  return withoutSince(text);
}

/** The words of a carried line as they were first written. */
export function withoutSince(text: string): string {
  return text.replace(sinceWords, '').trim();
}
