import { linesOf, type Line } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { sectionsOf } from '../note/sections.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { addWeeks, parseWeek, type Week } from '../time/week.ts';
import { findParts } from './generatedPart.ts';
import { isSame } from './placeParts.ts';

/** Something a person meant to do, or waits for, as an earlier note of hers has it. */
export interface Plan {
  /** Its words, without box, fields and where it came from: what it is recognised by. */
  readonly text: string;
  readonly state: 'open' | 'done' | 'dropped';
  readonly from: 'plans' | 'roadblocks';
  /** The week it was first written down. */
  readonly since: Week;
  /** As it goes into the next note: its line with the fields, and what is indented below it. */
  readonly lines: readonly string[];
}

interface FoundPlan extends Plan {
  /** Its box, and the boxes of what goes along with it. */
  readonly tasks: readonly TaskLine[];
}

const sinceWords = / · since (?:(\d{4})-)?(W\d{2})$/;

/**
 * What the last note leaves to this one: what is open in its "Next week", its "Plans from last week" and its
 * "Roadblocks"; from "Next week" also what was kept or dropped. Sub-items come along but for those that are done.
 *
 * @param last the week the note was written for; any number of weeks may lie between
 */
export function plansLeft(note: string, last: Week, week: Week): readonly Plan[] {
  return findPlans(note, last, week).map(({ text, state, from, since, lines }) => ({
    text,
    state,
    from,
    since,
    lines,
  }));
}

/**
 * Closes in the old note what stands in the new one: `- [>] Pair with Sam → 2026-W47`. What did not arrive stays open,
 * so nothing is lost where only one of the two notes could be written; run again, it is open in one place.
 */
export function movedPlans(
  note: string,
  last: Week,
  into: { readonly text: string; readonly week: Week },
): readonly TextEdit[] {
  const arrived = textsOf(into.text);
  const moved = findPlans(note, last, into.week).filter(plan => plan.state === 'open' && arrived.has(plan.text));
  return moved.flatMap(({ tasks }) =>
    tasks.flatMap((task, index) => {
      const mark = { at: task.markAt, text: '>' };
      const line = note.slice(task.at.start, task.at.end);
      const end = task.at.start + line.trimEnd().length;
      return index === 0 ? [mark, { at: { start: end, end }, text: ` → ${into.week}` }] : [mark];
    }),
  );
}

/** The words of every task of a note, whatever became of it: what is there already need not be carried in. */
export function textsOf(note: string): ReadonlySet<string> {
  return new Set(tasksOf(note).map(task => plainOf(task.text)));
}

function findPlans(note: string, last: Week, week: Week): readonly FoundPlan[] {
  const tasks = tasksOf(note);
  const around = linesAround(note, tasks);
  const taken = new Set<TaskLine>();
  return areasOf(note).flatMap(area =>
    tasks
      .filter(task => task.at.start >= area.span.start && task.at.end <= area.span.end)
      .flatMap((task): FoundPlan[] => {
        if (taken.has(task) || plainOf(task.text) === '') return [];
        taken.add(task);
        const { state } = task;
        const isOutcome = area.name === 'next' && task.indent === 0 && (state === 'done' || state === 'dropped');
        if (state !== 'open' && !isOutcome) return [];
        const block = state === 'open' ? blockOf(task, { ...around, until: area.span.end }) : { lines: [], tasks: [] };
        for (const below of block.tasks) taken.add(below);
        return [planOf(task, block, { note, state, area: area.name, last, week })];
      }),
  );
}

interface Area {
  readonly name: 'next' | 'last' | 'roadblocks';
  readonly span: Span;
}

const areaTitles: readonly (readonly [title: string, name: Area['name']])[] = [
  ['Next week', 'next'],
  ['Plans for next week', 'next'],
  ['Plans from last week', 'last'],
  ['Roadblocks', 'roadblocks'],
];

/** Where a note keeps its plans: sections by their headings at any level, and our own parts whatever they are called. */
function areasOf(note: string): readonly Area[] {
  const sections = [1, 2, 3, 4, 5, 6].flatMap(level => sectionsOf(note, level));
  const named = sections.flatMap(({ title, body }): Area[] => {
    const name = areaTitles.find(([words]) => isSame(words, title))?.[1];
    return name ? [{ name, span: body }] : [];
  });
  const parts = findParts(note).parts.flatMap(({ name, begin, end }): Area[] => {
    const span = { start: begin.next, end: end.start };
    return name === 'plans' ? [{ name: 'last', span }] : name === 'roadblocks' ? [{ name, span }] : [];
  });
  return [...named, ...parts].toSorted((a, b) => a.span.start - b.span.start);
}

export interface Block {
  /** What is indented below the task, moved out by the task's own indent. */
  readonly lines: readonly string[];
  readonly tasks: readonly TaskLine[];
}

/** The lines of a note, to be looked up by where they begin. */
export interface LinesAround {
  readonly lines: readonly Line[];
  readonly numberAt: ReadonlyMap<number, number>;
  readonly taskAt: ReadonlyMap<number, TaskLine>;
}

export function linesAround(note: string, tasks: readonly TaskLine[]): LinesAround {
  const lines = [...linesOf(note)];
  return {
    lines,
    numberAt: new Map(lines.map(({ start }, number) => [start, number])),
    taskAt: new Map(tasks.map(task => [task.at.start, task])),
  };
}

/** What goes along with a task. It ends before code and comments, which could swallow what follows elsewhere. */
export function blockOf(
  task: TaskLine,
  { lines, numberAt, taskAt, until }: LinesAround & { readonly until: number },
): Block {
  const kept: string[] = [];
  const along: TaskLine[] = [];
  let skippedBelow = Infinity;
  for (let next = (numberAt.get(task.at.start) ?? -1) + 1; next < lines.length; next++) {
    const line = lines[next];
    if (!line) break;
    const indent = /^[ \t]*/.exec(line.text)?.[0].length ?? 0;
    if (line.start >= until || line.text.trim() === '' || indent <= task.indent) break;
    if (/`{3}|~{3}|<!--/.test(line.text)) break;
    if (indent > skippedBelow) continue;
    skippedBelow = Infinity;
    const below = taskAt.get(line.start);
    if (below && below.state !== 'open') skippedBelow = indent;
    else {
      if (below) along.push(below);
      kept.push(line.text.slice(task.indent).trimEnd());
    }
  }
  return { lines: kept, tasks: along };
}

interface Origin {
  readonly note: string;
  readonly state: Plan['state'];
  readonly area: Area['name'];
  readonly last: Week;
  readonly week: Week;
}

function planOf(task: TaskLine, block: Block, { note, state, area, last, week }: Origin): FoundPlan {
  const text = plainOf(task.text);
  const since = sinceOf(task.text, last) ?? (area === 'last' ? addWeeks(last, -1) : last);
  const line = note.slice(task.at.start + task.indent, task.at.end).trimEnd();
  const words = line.indexOf(task.text, task.markAt.end - task.at.start - task.indent);
  const isFresh = state !== 'open' || (area !== 'roadblocks' && since === addWeeks(week, -1));
  const origin = isFresh ? '' : ` · since ${shortWeek(since, week)}`;
  return {
    text,
    state,
    from: area === 'roadblocks' ? 'roadblocks' : 'plans',
    since,
    lines: [line.slice(0, words) + text + origin + line.slice(words + task.text.length), ...block.lines],
    tasks: [task, ...block.tasks],
  };
}

function plainOf(text: string): string {
  return text.replace(sinceWords, '').trim();
}

/** The week a carried line says it came from; without a year it is the last week of that number. */
function sinceOf(text: string, last: Week): Week | undefined {
  const [, year, number] = sinceWords.exec(text) ?? [];
  if (number === undefined) return undefined;
  const thisYear = last.slice(0, 4);
  const years = year === undefined ? [thisYear, String(Number(thisYear) - 1).padStart(4, '0')] : [year];
  return years.map(one => parseWeek(`${one}-${number}`)).find(week => week !== undefined && week <= last);
}

/** `W45`, with its year where that is another one. */
function shortWeek(since: Week, week: Week): string {
  return since.slice(0, 4) === week.slice(0, 4) ? since.slice(5) : since;
}
