import { listValue, numberValue, present, textValue } from '../note/headValues.ts';
import { listItemsOf } from '../note/listItems.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import { slugOf, type Handle, type NotePath } from '../note/notePath.ts';
import { linesOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { headingsOf, proseLines } from '../note/sections.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import type { Day } from '../time/day.ts';
import { readKeyResult, type KeyResult } from './keyResult.ts';

export const goalStatuses = ['active', 'parked', 'done', 'dropped'] as const;
export type GoalStatus = (typeof goalStatuses)[number];

/** A goal as its note tells it. Lists are empty where the note has none. */
export interface Goal<P extends NotePath = NotePath> {
  readonly path: P;
  readonly shelf: 'shared' | 'private';
  /** How entries and commits name it: its file's name without ending. */
  readonly slug: string;
  readonly title: string;
  /** Other names it goes by, such as the one it had before; notes and commits that use them still mean it. */
  readonly aliases: readonly string[];
  /** `active` where the note says nothing else. */
  readonly status: GoalStatus;
  readonly isPrivate: boolean;
  /** It says `checks: none`: nothing in it is asked about. */
  readonly isUnchecked?: true;
  readonly kind?: 'smart' | 'okr';
  readonly due?: Day;
  readonly measure?: string;
  readonly objective?: string;
  readonly vision?: string;
  readonly skill?: string;
  /** The skill's level at the start, and the one she aims for. */
  readonly from?: number;
  readonly target?: number;
  readonly method?: string;
  readonly allies: readonly Handle[];
  /** Globs of files whose commits serve it, from the top of a repository on. */
  readonly paths: readonly string[];
  readonly keyResults: readonly KeyResult[];
  /** Its task lines, but for key results, evidence and resources. */
  readonly steps: readonly Step[];
  readonly evidence: readonly Evidence[];
  /** The list items below "Resources", as written: what and whom she learns from. */
  readonly resources: readonly string[];
}

/** What stands in a new goal to be written over. It is no step yet. */
export const firstStep = 'The first small step';

export interface Step extends TaskLine {
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** How many steps it is nested in. */
  readonly depth: number;
}

/** One thing that shows how far she has come: `reads under 200 ms: shop 1d0e77b..4f1c2a9`, as written. */
export interface Evidence {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads a goal. What is missing or of another shape is left out; the note's problems tell of it.
 *
 * @param text the whole note
 */
export function readGoal<P extends NotePath>(
  note: Note & { readonly path: P },
  text: string,
  shelf: Goal['shelf'] = 'shared',
): Goal<P> {
  const { head, path, title } = note;
  const lineAt = lineCounter(text);
  const keyResults = keyResultsOf(text, lineAt);
  const taken = new Set(keyResults.map(({ line }) => line));
  const tasks = tasksOf(text).map(task => ({ ...task, line: lineAt(task.at.start) }));
  const steps = withDepth(
    tasks.filter(({ line, section = '' }) => !taken.has(line) && !isEvidence(section) && !isResources(section)),
    text,
  );
  const evidence = evidenceOf(text, lineAt);
  const kind = textValue(head['kind']);
  return {
    path,
    shelf,
    slug: slugOf(path),
    title,
    aliases: aliasesOf(head),
    status: goalStatuses.find(status => status === head['status']) ?? 'active',
    isPrivate: note.isPrivate || shelf === 'private',
    ...(head['checks'] === 'none' || head['checks'] === false ? { isUnchecked: true as const } : {}),
    ...(kind === 'smart' || kind === 'okr' ? { kind } : {}),
    ...present('due', dayValue(head['due'])),
    ...present('measure', textValue(head['measure'])),
    ...present('objective', textValue(head['objective'])),
    ...present('vision', textValue(head['vision'])),
    ...present('skill', textValue(head['skill'])),
    ...present('from', numberValue(head['from'])),
    ...present('target', numberValue(head['target'])),
    ...present('method', textValue(head['method'])),
    allies: listValue(head['allies']),
    paths: listValue(head['paths']),
    keyResults,
    steps,
    evidence,
    resources: resourcesOf(text),
  };
}

/** The other names of a note, as Obsidian and Foam write them. */
export function aliasesOf(head: Note['head']): readonly string[] {
  return [...listValue(head['aliases']), ...listValue(head['alias'])];
}

/** Steps that know how many steps they are nested in. */
function withDepth(steps: readonly Omit<Step, 'depth'>[], text: string): readonly Step[] {
  const lines = new Set(steps.map(({ line }) => line));
  const depths = new Map<number, number>();
  for (const { line, parent } of steps.length > 1 ? listItemsOf(text) : []) {
    const above = parent === undefined ? 0 : (depths.get(parent.line) ?? 0);
    depths.set(line, above + (parent !== undefined && lines.has(parent.line) ? 1 : 0));
  }
  return steps.map(step => ({ ...step, depth: depths.get(step.line) ?? 0 }));
}

function keyResultsOf(text: string, lineAt: (offset: number) => number): readonly KeyResult[] {
  return [...itemsOf(text)].flatMap(({ words, section, at }) => {
    return isKeyResult(words, section) ? [readKeyResult(words, lineAt(at.start))] : [];
  });
}

/** Whether a list item says what shall happen: it says so itself, or the heading above it does. */
export function isKeyResult(words: string, section: string): boolean {
  return /^(?:\[[^\]]\][ \t]+)?KR\d*:/i.test(words) || /^key results?$/i.test(section);
}

function evidenceOf(text: string, lineAt: (offset: number) => number): readonly Evidence[] {
  return [...itemsOf(text)]
    .filter(({ section }) => isEvidence(section))
    .map(({ words, at }) => ({ text: withoutBox(words), line: lineAt(at.start) }));
}

function resourcesOf(text: string): readonly string[] {
  return [...itemsOf(text)].filter(({ section }) => isResources(section)).map(({ words }) => withoutBox(words));
}

export function isResources(section: string): boolean {
  return /^(?:resources|sources)$/i.test(section.trim());
}

function withoutBox(words: string): string {
  return words.replace(/^\[[^\]]\][ \t]+/, '');
}

export function isEvidence(section: string): boolean {
  return /^evidence$/i.test(section.trim());
}

/** The list items of a note, each with the heading it stands under. */
function* itemsOf(text: string): Iterable<{ readonly words: string; readonly section: string; readonly at: Span }> {
  const headings = [...headingsOf(text)];
  let next = 0;
  for (const line of proseLines(text)) {
    while ((headings[next]?.at.start ?? Infinity) < line.start) next += 1;
    const words = /^[ \t]*[-*+][ \t]+(.*\S)[ \t]*$/.exec(line.text)?.[1];
    if (words !== undefined) yield { words, section: headings[next - 1]?.title ?? '', at: line };
  }
}

function lineCounter(text: string): (offset: number) => number {
  const starts = Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]);
  const lines = new Map(starts);
  return offset => lines.get(offset) ?? 1;
}
