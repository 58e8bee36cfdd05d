import { bodyStartOf, findH1 } from '../note/sections.ts';
import { linesOf } from '../note/noteText.ts';
import type { Weights } from './searchShare.ts';
import type { SearchQuery } from './searchQuery.ts';
import { isNumber, wordsIn } from './searchWords.ts';

/** Where in a note something stands that was looked for. */
export interface FoundPlace {
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** The line as it is written. */
  readonly text: string;
  /** It says what was looked for word for word: all of it, or four words of a long text, but for a name or a number among them. */
  readonly isExact: boolean;
}

/** How many words of a note are compared word for word. */
const mostWords = 20_000;
/** So many words in a row are no chance. */
const longRun = 4;

/** The line of a note that says best what is looked for; its title where no line does. */
export function placeOf(text: string, query: SearchQuery, weights: Weights): FoundPlace {
  const lines = linesWithWords(text);
  const run = longestRun(lines, query);
  const sought = new Set(query.words).size;
  const isExact = run.length > 0 && run.length >= Math.min(sought, longRun, namedIn(query).length);
  const best = isExact ? run.line : bestLine(lines, query, weights);
  return best ? { line: best.line, text: best.text, isExact } : { ...titleLine(text), isExact: false };
}

interface WordedLine {
  readonly line: number;
  readonly text: string;
  readonly words: readonly string[];
}

function linesWithWords(text: string): readonly WordedLine[] {
  const start = bodyStartOf(text);
  const lines: WordedLine[] = [];
  let number = 0;
  let left = mostWords;
  for (const { text: line, start: at } of linesOf(text)) {
    number += 1;
    if (at < start) continue;
    const words = wordsIn(line);
    lines.push({ line: number, text: line, words });
    left -= words.length;
    if (left < 0) break;
  }
  return lines;
}

/**
 * The longest row of the query's words that stands in the note in the same order, and the line it begins in. Numbers are left out, and
 * one word between may be another: `relation "orders" does not exist` says the same of another table.
 */
function longestRun(
  lines: readonly WordedLine[],
  query: SearchQuery,
): { readonly length: number; readonly line: WordedLine | undefined } {
  const sought = namedIn(query);
  const positions = new Map<string, number[]>();
  sought.forEach((word, index) => positions.set(word, [...(positions.get(word) ?? []), index]));
  const typed = query.isTyping ? sought.at(-1) : undefined;
  type Runs = ReadonlyMap<number, { readonly length: number; readonly line: WordedLine }>;
  let [last, lastButOne]: readonly [Runs, Runs] = [new Map(), new Map()];
  let best: { readonly length: number; readonly line: WordedLine | undefined } = { length: 0, line: undefined };
  for (const line of lines)
    for (const word of line.words) {
      if (isNumber(word) && !sought.includes(word)) continue;
      const next = new Map<number, { readonly length: number; readonly line: WordedLine }>();
      const begun = typed !== undefined && word !== typed && word.startsWith(typed) ? [sought.length - 1] : [];
      for (const index of [...(positions.get(word) ?? []), ...begun]) {
        const before = last.get(index - 1) ?? lastButOne.get(index - 2);
        const run = { length: (before?.length ?? 0) + 1, line: before?.line ?? line };
        next.set(index, run);
        if (run.length > best.length) best = run;
      }
      [last, lastButOne] = [next, last];
    }
  return best;
}

/** The query's words without numbers, where there are others. */
function namedIn({ words }: SearchQuery): readonly string[] {
  const named = words.filter(word => !isNumber(word));
  return named.length > 0 ? named : words;
}

function bestLine(
  lines: readonly WordedLine[],
  { words, isTyping }: SearchQuery,
  weights: Weights,
): WordedLine | undefined {
  const typed = isTyping ? words.at(-1) : undefined;
  let best: WordedLine | undefined;
  let most = 0;
  for (const line of lines) {
    let weight = 0;
    for (const word of new Set(line.words)) {
      const isBegun = typed !== undefined && word.startsWith(typed);
      weight += weights.get(word) ?? (isBegun ? (weights.get(typed) ?? 0) : 0);
    }
    if (weight <= most) continue;
    most = weight;
    best = line;
  }
  return best;
}

function titleLine(text: string): Pick<FoundPlace, 'line' | 'text'> {
  const { start, end } = findH1(text)?.at ?? { start: 0, end: 0 };
  return { line: text.slice(0, start).split('\n').length, text: text.slice(start, end) };
}

/**
 * A line of a note beside its title: without the marks of a heading or a list, and empty where it only says the title again.
 *
 * @example
 * lineToShow('## The pool was empty', 'SET pins a session'); //=> 'The pool was empty'
 */
export function lineToShow(line: string, title: string): string {
  const words = line.replace(/^\s*(?:#{1,6}|[-*+]|>)\s+/, '').trim();
  return words === title.trim() ? '' : words;
}

/**
 * A long line from shortly before what was found in it.
 *
 * @example
 * fromMatch('We waited for the new machine all day long, and then the pool was empty', ['pool']);
 * //=> '… all day long, and then the pool was empty'
 */
export function fromMatch(line: string, words: readonly string[]): string {
  const lower = line.toLowerCase();
  const places = words.filter(word => word.length > 2).map(word => lower.indexOf(word));
  const first = Math.min(...places.filter(place => place >= 0));
  if (!Number.isFinite(first) || first < 50) return line;
  return `… ${line.slice(first - 30).replace(/^\S*\s+/, '')}`;
}
