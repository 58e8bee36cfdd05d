import { escapeText } from '../markdown/markdown.ts';
import { plainWords } from '../markdown/plainWords.ts';
import { eolOf, linesOf, type Line } from '../note/noteText.ts';
import type { Problem, Span } from '../note/problem.ts';
import { proseLines } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { parseDay, type Day } from '../time/day.ts';
import { isLevel, type Level, skillSlug } from './skill.ts';

/** How one skill was seen. */
export interface Assessed {
  /** As it is shown: `Postgres`. */
  readonly name: string;
  readonly level: Level;
  /** The level she wants to reach, and by when. */
  readonly target?: Level;
  readonly due?: Day;
  /** What says so, in her words. */
  readonly words?: string;
}

/** One skill's line in an assessment, with the places an edit needs. */
export interface AssessedLine extends Assessed {
  /** How notes name the skill. */
  readonly skill: string;
  /** The whole line, without its ending. */
  readonly at: Span;
  readonly nameAt: Span;
  /** The levels and the day: `3 → 4 by 2027-05-31`. */
  readonly factsAt: Span;
  /** Her words behind them; where she has none, the empty place at the line's end. */
  readonly wordsAt: Span;
}

/** What shall stand in a skill's line from now on. What is not given stays as it is; null takes a target away. */
export interface AssessedChange extends Pick<Assessed, 'name' | 'level' | 'words'> {
  readonly target?: Level | null;
  readonly due?: Day;
}

/**
 * One skill as the words of its list item. {@link assessedLines} undoes it.
 *
 * @example
 * printAssessed({ name: 'Postgres', level: 3, target: 4, due: '2027-05-31', words: 'explains a plan' });
 * //=> 'Postgres: 3 → 4 by 2027-05-31 · explains a plan'
 */
export function printAssessed({ name, words = '', ...facts }: Assessed): string {
  const said = escapeText(words);
  return `${escapeText(name).replace(/:(?=\s*\d)/g, String.raw`\:`)}: ${printFacts(facts)}${said === '' ? '' : ` · ${said}`}`;
}

function printFacts({ level, target, due }: Pick<Assessed, 'level' | 'target' | 'due'>): string {
  const until = due === undefined ? '' : ` by ${due}`;
  return target === undefined ? String(level) : `${level} → ${target}${until}`;
}

/** The skills of an assessment, each once, and the lines that can't be read as one although they were meant to be. */
export function assessedLines(text: string): {
  readonly skills: readonly AssessedLine[];
  readonly problems: readonly Problem[];
} {
  const skills = new Map<string, AssessedLine>();
  const problems: Problem[] = [];
  for (const line of proseLines(text)) {
    const read = lineOf(line);
    if (!read) continue;
    problems.push(...read.problems);
    const { skill } = read;
    if (skill && skills.has(skill.skill)) problems.push(problem(skill.nameAt, 'each skill once', skill.name));
    else if (skill) skills.set(skill.skill, skill);
  }
  return { skills: [...skills.values()], problems };
}

/** `- Postgres: 3`, the box of a task allowed: the name goes to the first colon that a number stands behind. */
const item = /^ ?[-*+][ \t]+(?:\[.\][ \t]+)?((?:\\.|[^\\])+?):[ \t]+(?=-?\d+(?:[.,]\d+)?(?:[\s→·,;(/]|->|$))/u;
/** The level, the one wanted, the day and the words, each where it stands. */
const form =
  /^(-?\d+(?:[.,]\d+)?)(?:[ \t]*(?:→|->)[ \t]*(-?\d+(?:[.,]\d+)?)(?![^\s·]))?(?:[ \t]+by[ \t]+([^\s·]+))?[ \t]*(?:·[ \t]*(.*?))?[ \t]*$/du;
/** What is read where a line has another form: the level alone. */
const levelAlone = /^(-?\d+(?:[.,]\d+)?)/d;

function lineOf({ text, start, end }: Line): { skill?: AssessedLine; problems: readonly Problem[] } | undefined {
  const [before, rawName = ''] = item.exec(text) ?? [];
  if (before === undefined) return undefined;
  const { level, problems, ...facts } = factsOf(text.slice(before.length), start + before.length, end);
  if (!isLevel(level)) return { problems };
  const name = plainWords(rawName);
  const nameStart = start + before.lastIndexOf(rawName);
  const lineEnd = start + text.trimEnd().length;
  const { wordsStart = lineEnd, ...read } = facts;
  const skill: AssessedLine = {
    skill: skillSlug(name),
    name,
    level,
    ...read,
    at: { start, end },
    nameAt: { start: nameStart, end: nameStart + rawName.length },
    wordsAt: { start: wordsStart, end: lineEnd },
  };
  return { skill, problems };
}

interface Facts extends Partial<Pick<AssessedLine, 'target' | 'due' | 'words'>> {
  /** Not a level where the number is none. */
  readonly level: number;
  readonly factsAt: Span;
  /** Behind the dot in front of her words. */
  readonly wordsStart?: number;
  readonly problems: readonly Problem[];
}

/** Reads what stands behind a skill's name, from `start` to `end` of the note. */
function factsOf(rest: string, start: number, end: number): Facts {
  const whole = form.exec(rest);
  const found = whole ?? levelAlone.exec(rest);
  const [, number = '', to, by, words = ''] = found ?? [];
  const places = (found?.indices ?? []).map(at => at && { start: start + at[0], end: start + at[1] });
  const [, numberAt = { start, end }, toAt, byAt] = places;
  const [level, target, due] = [numberIn(number), numberIn(to ?? ''), parseDay(by ?? '')];
  const said = plainWords(words);
  const dot = whole ? rest.indexOf('·') : -1;
  return {
    level,
    ...(isLevel(target) && { target, ...(due !== undefined && { due }) }),
    ...(said !== '' && { words: said }),
    factsAt: { start, end: (byAt ?? toAt ?? numberAt).end },
    ...(dot >= 0 && { wordsStart: start + dot + 1 }),
    problems: [
      ...(isLevel(level) ? [] : [noLevel(numberAt, number)]),
      ...(toAt === undefined || isLevel(target) ? [] : [noLevel(toAt, to ?? '')]),
      ...(byAt === undefined || due !== undefined ? [] : [problem(byAt, 'a day such as 2027-05-31', by ?? '')]),
      ...(whole ? [] : [problem({ start, end }, 'levels such as 3 → 4 by 2027-05-31', rest)]),
    ],
  };
}

function numberIn(text: string): number {
  return text === '' ? NaN : Number(text.replace(',', '.'));
}

function noLevel({ start, end }: Span, detail: string): Problem {
  return { code: 'skill-level', at: { start, end }, expected: '', detail };
}

function problem(at: Span, expected: string, detail: string): Problem {
  return { code: 'key-shape', at, expected, detail };
}

/**
 * The edits that put levels into an assessment that is there: the levels of a skill's own line change, a new skill gets a line below the
 * last one, and no other word is touched.
 */
export function editAssessed(text: string, changes: readonly AssessedChange[]): readonly TextEdit[] {
  const { skills } = assessedLines(text);
  const added: string[] = [];
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const line = skills.find(({ skill }) => skill === skillSlug(change.name));
    if (line) edits.push(...changed(text, line, change));
    else added.push(`- ${printAssessed(withoutNull(change))}`);
  }
  return added.length === 0 ? edits : [...edits, addition(text, skills.at(-1), added)];
}

function changed(text: string, line: AssessedLine, { level, target, due, words }: AssessedChange): TextEdit[] {
  const wanted = target === undefined ? line.target : target;
  const until = target === undefined ? (due ?? line.due) : due;
  const facts = printFacts({
    level,
    ...(wanted !== undefined && wanted !== null && { target: wanted, ...(until !== undefined && { due: until }) }),
  });
  const edits = text.slice(line.factsAt.start, line.factsAt.end) === facts ? [] : [{ at: line.factsAt, text: facts }];
  const said = words === undefined ? '' : escapeText(words);
  if (said === '' || words === line.words) return edits;
  const dot = text.slice(line.factsAt.end, line.wordsAt.start).includes('·') ? ' ' : ' · ';
  return [...edits, { at: line.wordsAt, text: dot + said }];
}

function withoutNull({ target, due, ...rest }: AssessedChange): Assessed {
  return target === undefined || target === null ? rest : { ...rest, target, ...(due !== undefined && { due }) };
}

/** New lines below the last skill and what is indented below it, else at the note's end. */
function addition(text: string, last: AssessedLine | undefined, items: readonly string[]): TextEdit {
  const eol = eolOf(text);
  let place = last ? last.at.start : text.length;
  if (last)
    for (const line of linesOf(text, last.at.start)) {
      if (line.start !== last.at.start && !/^[ \t]+\S/.test(line.text)) break;
      place = line.next;
    }
  const before = text.slice(0, place);
  const opened = before === '' || before.endsWith('\n') ? '' : eol;
  const gap = last || /(?:^|\n)\r?\n$/.test(before + opened) ? '' : eol;
  return { at: { start: place, end: place }, text: opened + gap + items.map(line => line + eol).join('') };
}
