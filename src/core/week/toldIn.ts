import { proseLines, bodyStartOf, headingIn } from '../note/sections.ts';
import { tasksOf, withoutFields, type TaskLine } from '../note/tasks.ts';
import type { Day } from '../time/day.ts';

/** Something a weekly note tells others: one item of a list, in markdown. */
export interface Told {
  readonly kind: 'asks' | 'feedback' | 'learned' | 'worked';
  readonly words: string;
  /** Counted from 1. */
  readonly line: number;
  readonly due?: Day;
}

/** What a weekly note tells others. */
export interface ToldWeek {
  /** The first paragraph of her own below the title; empty where there is none. */
  readonly opening: string;
  readonly items: readonly Told[];
}

/** What the lists of a weekly note are about, by the generated part or by the heading they stand under. */
const kinds: readonly (readonly [kind: Told['kind'], part: string, heading: RegExp])[] = [
  ['asks', 'roadblocks', /^(?:roadblocks?|blockers?|blocked|asks?|help wanted|questions?)$/i],
  ['feedback', 'feedback', /^feedback(?: wanted)?$/i],
  ['learned', 'learned', /^(?:what i )?(?:learned|learnt|learnings?)$/i],
  ['worked', 'worked-on', /^(?:what i )?(?:worked on|work|did)$/i],
];

const item = /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/s;
const marker = /^\s*<!--\s*outloud:(begin|end)\s+([a-z][a-z-]*)\b/;

/** Reads a weekly note as others do: the items on top of its lists, without what is done, dropped, moved on or folded away. */
export function toldIn(text: string): ToldWeek {
  const tasks = new Map(tasksOf(text).map(task => [task.at.start, task]));
  const numberAt = lineCounter(text);
  const place = new Place();
  const items: Told[] = [];
  const opening: string[] = [];
  for (const { text: line, start } of proseLines(text, bodyStartOf(text))) {
    place.pass(line);
    const [, words = ''] = item.exec(line) ?? [];
    if (place.isOpening) opening.push(line);
    const told = place.kind !== undefined && words.trim() !== '' && toldBy(words, tasks.get(start));
    if (told) items.push({ kind: place.kind, line: numberAt(start), ...told });
  }
  return { opening: firstParagraph(opening), items };
}

/** The words of an item others should read; undefined where nothing is left to say. */
function toldBy(words: string, task: TaskLine | undefined): Pick<Told, 'words' | 'due'> | undefined {
  if (!task) return { words: withoutFields(words) };
  if (task.state !== 'open' || task.text.trim() === '') return undefined;
  return { words: task.text, ...(task.due !== undefined && { due: task.due }) };
}

/** Where in a note a walk through its lines is. */
class Place {
  #heading: string | undefined;
  #part: string | undefined;
  #isFolded = false;
  #isBelowTitle = true;

  pass(line: string): void {
    const heading = headingIn(line);
    if (heading && heading.level <= 2) this.#heading = heading.level === 2 ? heading.title.trim() : undefined;
    const [, end, name] = marker.exec(line) ?? [];
    if (end !== undefined) this.#part = end === 'begin' ? name : undefined;
    if (heading?.level === 2 || end !== undefined) this.#isBelowTitle = false;
    if (/^\s*<details\b/.test(line)) this.#isFolded = true;
    if (line.includes('</details>')) this.#isFolded = false;
  }

  get isOpening(): boolean {
    return this.#isBelowTitle;
  }

  get kind(): Told['kind'] | undefined {
    if (this.#isFolded) return undefined;
    const [kind] = kinds.find(([, part, heading]) =>
      this.#part === undefined ? heading.test(this.#heading ?? '') : part === this.#part,
    ) ?? [undefined];
    return kind;
  }
}

/** The first lines that are plain words, as one. */
function firstParagraph(lines: readonly string[]): string {
  const isProse = (line: string) => line.trim() !== '' && !/^\s*(?:[<#>|]|```|~~~|(?:[-*+]|\d{1,9}[.)])\s)/.test(line);
  const from = lines.findIndex(isProse);
  if (from < 0) return '';
  const rest = lines.slice(from);
  const to = rest.findIndex(line => !isProse(line));
  return (to < 0 ? rest : rest.slice(0, to)).map(line => line.trim()).join(' ');
}

/** Numbers of lines by where they begin, asked for from the top down. */
function lineCounter(text: string): (start: number) => number {
  let line = 1;
  let at = 0;
  return start => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
