import type { TextEdit } from '../note/textEdit.ts';
import type { GoalItem } from './goalItems.ts';
import { figureIn, figuresOf } from './keyResult.ts';

/**
 * The edit that says where a key result is now. One that says only where it began and where it should get to gains a figure between.
 *
 * @param now a figure as a person writes it, with its unit or without
 * @returns no edit for a key result without figures, and for a `now` that is no figure
 * @example
 * // '- KR: coverage 40 % → 80 %', now 55:
 * //=> '- KR: coverage 40 % → 55 % → 80 %'
 */
export function keyResultNow(text: string, item: GoalItem, now: string): readonly TextEdit[] {
  const figures = figuresOf(item.words);
  const figure = figureIn(now);
  if (figures === undefined || figure === undefined) return [];
  const line = text.slice(item.at.start, item.at.end);
  const start = item.at.start + line.lastIndexOf(figures);
  const parts = figures.split(/(\s*(?:→|->|=>)\s*)/); // figure, arrow, figure, …
  const [first = '', arrow = ' → '] = parts;
  if (parts.length === 3) {
    const written = arrow + first.replace(/[-+]?\d+(?:[.,]\d+)*/, figure);
    return [{ at: { start: start + first.length, end: start + first.length }, text: written }];
  }
  const place = parts.length - 3;
  const old = parts[place] ?? '';
  const at = start + parts.slice(0, place).join('').length;
  const number = /[-+]?\d+(?:[.,]\d+)*/.exec(old)?.[0] ?? '';
  return number === figure ? [] : [{ at: { start: at, end: at + number.length }, text: figure }];
}
