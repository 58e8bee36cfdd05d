import { isCalled } from './appendItem.ts';
import { linesOf } from './noteText.ts';
import type { Span } from './problem.ts';
import { proseLines, sectionsOf } from './sections.ts';

/** A line of a note, counted from 1. */
export interface Placed {
  readonly line: number;
}

/** A line a reader sees: its words without white space at the end, and where it stands without its ending. */
export interface SectionLine extends Placed {
  readonly words: string;
  readonly at: Span;
}

/** The lines below a heading, each with its number in the whole note. */
export function linesBelow(text: string, heading: string): readonly SectionLine[] {
  const section = sectionsOf(text).find(({ title }) => isCalled(title, heading));
  return section === undefined ? [] : linesWithin(text, section.body.start, section.body.end);
}

/** The lines a reader sees between two places of a note. */
export function linesWithin(text: string, from: number, to = text.length): readonly SectionLine[] {
  const numbers = new Map(Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]));
  return [...proseLines(text, from)]
    .filter(({ start }) => start < to)
    .map(({ text: words, start, end }) => ({
      words: words.trimEnd(),
      line: numbers.get(start) ?? 1,
      at: { start, end },
    }));
}
