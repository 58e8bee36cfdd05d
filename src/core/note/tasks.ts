import { parseDay, type Day } from '../time/day.ts';
import { parseWeek, type Week } from '../time/week.ts';
import type { Line } from './noteText.ts';
import type { Span } from './problem.ts';
import { headingIn, proseLines } from './sections.ts';

/** One line with a check box, as the Tasks plugin and the forges read it. */
export interface TaskLine {
  /** `[ ]` open, `[x]` done, `[>]` moved to another note, `[-]` dropped; any other mark counts as open. */
  readonly state: 'open' | 'done' | 'moved' | 'dropped';
  /** Its words, without the box and without the fields at its end. */
  readonly text: string;
  /** `📅 2026-12-01` or `[due:: 2026-12-01]`. */
  readonly due?: Day;
  /** `✅ 2026-11-06` or `[completion:: 2026-11-06]`. */
  readonly done?: Day;
  /** `→ 2026-W47` at the end of a moved one. */
  readonly movedTo?: Week;
  /** How far the line is indented, in characters. */
  readonly indent: number;
  /** The heading it stands under, whatever its level. */
  readonly section?: string;
  /** The whole line, without its ending. */
  readonly at: Span;
  /** The one character inside the box. */
  readonly markAt: Span;
}

const box = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+\[)(.)\](?:[ \t]+(.*))?$/su;
const states: Readonly<Record<string, TaskLine['state']>> = { x: 'done', X: 'done', '>': 'moved', '-': 'dropped' };
const day = String.raw`(\d{4}-\d{2}-\d{2})`;
const dueField = new RegExp(String.raw`(?:📅|📆|🗓)\uFE0F? *${day}|[[(]due:: *${day} *[\])]`, 'gu');
const doneField = new RegExp(String.raw`✅\uFE0F? *${day}|[[(]completion:: *${day} *[\])]`, 'gu');
/** One field at the end: a date with its sign, a priority, a Dataview field, a block's name, or where it moved to: a week or a day. */
const lastField = new RegExp(
  String.raw`(?:^|(?<![ \t])[ \t]+)(?:(?:📅|📆|🗓|✅|⏳|🛫|➕|❌)\uFE0F? *${day}|(?:🔺|⏫|🔼|🔽|⏬)\uFE0F?|` +
    String.raw`[[(][a-z]+:: *[^\])]*[\])]|\^[\w-]+|→ *\d{4}-(?:W\d{2}|\d{2}-\d{2}))$`,
  'u',
);

/**
 * The task lines of a note, outside fenced code, in the order they stand.
 *
 * @example
 * tasksOf('- [ ] Ask Lin 📅 2026-11-25')[0]; //=> { state: 'open', text: 'Ask Lin', due: '2026-11-25', … }
 */
export function tasksOf(text: string): readonly TaskLine[] {
  const tasks: TaskLine[] = [];
  let section: string | undefined;
  for (const line of proseLines(text)) {
    section = headingIn(line.text)?.title ?? section;
    const task = taskAt(line, section);
    if (task) tasks.push(task);
  }
  return tasks;
}

function taskAt(line: Line, section: string | undefined): TaskLine | undefined {
  const [, indent, marker, mark, words = ''] = box.exec(line.text) ?? [];
  if (indent === undefined || marker === undefined || mark === undefined) return undefined;
  const state = states[mark] ?? 'open';
  const markStart = line.start + indent.length + marker.length;
  const due = lastDay(words, dueField);
  const done = lastDay(words, doneField);
  const movedTo = state === 'moved' ? parseWeek(/→ *(\d{4}-W\d{2})$/.exec(words.trimEnd())?.[1] ?? '') : undefined;
  return {
    state,
    text: withoutFields(words),
    indent: indent.length,
    at: { start: line.start, end: line.end },
    markAt: { start: markStart, end: markStart + mark.length },
    ...(due === undefined ? {} : { due }),
    ...(done === undefined ? {} : { done }),
    ...(movedTo === undefined ? {} : { movedTo }),
    ...(section === undefined ? {} : { section }),
  };
}

function lastDay(words: string, field: RegExp): Day | undefined {
  const found = [...words.matchAll(field)].at(-1);
  return parseDay(found?.[1] ?? found?.[2] ?? '');
}

/** How much of a line's end is looked at for fields, and how many of them: more than anybody writes. */
const longestEnd = 400;
const mostFields = 20;

/** A line’s words without the fields at their end: dates with their signs, priorities, Dataview’s. */
export function withoutFields(words: string): string {
  let rest = words.trimEnd();
  for (let fields = 0; fields < mostFields; fields++) {
    const end = rest.slice(-longestEnd);
    const shorter = end.replace(lastField, '');
    if (shorter === end) break;
    rest = (rest.slice(0, -end.length) + shorter).trimEnd();
  }
  return rest;
}
