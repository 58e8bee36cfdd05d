import type { Span } from './problem.ts';
import { bodyStartOf, proseLines } from './sections.ts';

/**
 * The first line by which git left two versions in a note's body: where they begin, or, where that line was taken out by hand, where
 * the second one begins to end. Lines in code and comments are a text about such lines.
 */
export function bodyConflict(note: string, from = bodyStartOf(note)): Span | undefined {
  if (!note.includes('<<<<<<<') && !note.includes('>>>>>>>')) return undefined;
  let middle: Span | undefined;
  for (const { text, start, end } of proseLines(note, from)) {
    if (/^<{7}(?: |$)/.test(text)) return { start, end };
    if (middle && /^>{7}(?: |$)/.test(text)) return middle;
    if (text === '=======') middle ??= { start, end };
  }
  return undefined;
}

/** Whether git left two versions in a note, in its head or below: what is open in it may stand there twice. */
export function hasConflict(note: string): boolean {
  return bodyConflict(note, 0) !== undefined;
}
