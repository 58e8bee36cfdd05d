import type { Span } from './problem.ts';

/** One change of a text: what stands at `at` becomes `text`. An insertion has an empty span. */
export interface TextEdit {
  readonly at: Span;
  readonly text: string;
}

/**
 * A text after some edits. They refer to the text before any of them, in any order, and do not overlap.
 *
 * @throws RangeError where two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  let result = '';
  let read = 0;
  for (const { at, text: replacement } of inOrder) {
    if (at.start < read || at.end < at.start || at.end > text.length)
      throw new RangeError(`An edit at ${at.start}–${at.end} overlaps another or leaves the text.`);
    result += text.slice(read, at.start) + replacement;
    read = at.end;
  }
  return result + text.slice(read);
}
