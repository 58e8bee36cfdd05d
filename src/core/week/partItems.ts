import { linesOf, type Line } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import type { FoundPart } from './generatedPart.ts';

/** Something in a part that the tool may have written as a whole: a line, a list item with what is indented below it, a folded block. */
export interface Item {
  /** Its words, with plain newlines. */
  readonly text: string;
  /** Without the last line's ending. */
  readonly span: Span;
  /** With it: what goes when the item goes. */
  readonly whole: Span;
  /** Where something new may stand below it: behind what the person wrote under it. */
  readonly after: number;
}

/** Everything in a part that may be the tool's, in the order it stands. */
export function itemsOf(text: string, { begin, end }: FoundPart): readonly Item[] {
  const lines = [...linesOf(text.slice(0, end.start), begin.next)];
  return lines.flatMap((line, index) => {
    const below = lines.slice(index + 1);
    if (line.text.trim() === '') return [];
    if (line.text.startsWith('<details')) {
      const last = below.findIndex(one => one.text.trim() === '</details>');
      return last < 0 ? [] : [item([line, ...below.slice(0, last + 1)], [])];
    }
    const own = takeWhile(below, one => /^[ \t]+\S/.test(one.text));
    const hers = takeWhile(below.slice(own.length), isLazy);
    const alone = item([line], [...own, ...hers]);
    return own.length === 0 ? [alone] : [item([line, ...own], hers), alone];
  });
}

function item(lines: readonly Line[], below: readonly Line[]): Item {
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError('An item has a line.');
  return {
    text: lines.map(line => line.text).join('\n'),
    span: { start: first.start, end: last.end },
    whole: { start: first.start, end: last.next },
    after: (below.at(-1) ?? last).end,
  };
}

/** A line that still belongs to the list item above it, though it is not indented. */
function isLazy({ text }: Line): boolean {
  return text.trim() !== '' && !/^\s*(?:[-*+]\s|\d+[.)]\s|#|<|>|`{3}|~{3})/.test(text);
}

function takeWhile<T>(all: readonly T[], keeps: (one: T) => boolean): readonly T[] {
  const stop = all.findIndex(one => !keeps(one));
  return stop < 0 ? all : all.slice(0, stop);
}
