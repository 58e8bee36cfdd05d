import { linesOf, type Line } from './noteText.ts';
import type { Span } from './problem.ts';
import { bodyStartOf, headingIn, proseLines } from './sections.ts';

/** One item of a list in a note. */
export interface ListItem {
  /** What stands behind its bullet, box included. */
  readonly words: string;
  /** Its indentation as it stands there, and in columns (a tab goes to the next multiple of four). */
  readonly indent: string;
  readonly column: number;
  /** `-`, `*`, `+`, `1.` */
  readonly bullet: string;
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** Its line, without the ending. */
  readonly at: Span;
  /** From its line to the end of the last line that belongs to it, nested items included; without the last line's ending. */
  readonly block: Span;
  /** The heading it stands under, whatever its level. */
  readonly section?: string;
  /** The item it is nested in. */
  readonly parent?: ListItem;
}

const pattern = /^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*\S))?[ \t]*$/s;

/** How many columns further in a line has to stand to belong to the item above it. */
const nested = 2;

/** The list items of a note's prose in the order they stand, each with what belongs to it. */
export function listItemsOf(text: string): readonly ListItem[] {
  const prose = new Set(Array.from(proseLines(text), ({ start }) => start));
  const bodyStart = bodyStartOf(text);
  const items: Draft[] = [];
  let open: readonly Draft[] = [];
  let section: string | undefined;
  let isParagraph = false;
  let number = 0;
  for (const line of linesOf(text)) {
    number += 1;
    if (line.start < bodyStart) continue;
    if (line.text.trim() === '') {
      isParagraph = false;
      continue;
    }
    const isProse = prose.has(line.start);
    const column = columnOf(line.text);
    const found = isProse ? pattern.exec(line.text) : null;
    const goesOn = isParagraph && !found && isProse && isPlain(line.text);
    if (!goesOn) open = open.filter(item => column >= item.column + nested);
    if (isProse) section = headingIn(line.text)?.title ?? section;
    if (found) {
      const item = draftOf(found, { line, number, column, section, parent: open.at(-1) });
      items.push(item);
      open = [...open, item];
    }
    for (const item of open) item.block.end = line.end;
    isParagraph = isProse && (found !== null || isPlain(line.text));
  }
  return items;
}

interface Draft extends ListItem {
  readonly block: { start: number; end: number };
}

interface Place {
  readonly line: Line;
  readonly number: number;
  readonly column: number;
  readonly section: string | undefined;
  readonly parent: ListItem | undefined;
}

function draftOf([, indent = '', bullet = '', words = '']: RegExpExecArray, place: Place): Draft {
  const { line, number, column, section, parent } = place;
  return {
    words,
    indent,
    column,
    bullet,
    line: number,
    at: { start: line.start, end: line.end },
    block: { start: line.start, end: line.end },
    ...(section !== undefined && { section }),
    ...(parent && { parent }),
  };
}

/** Whether a line may go on with the paragraph above it, however far to the left it stands. */
function isPlain(line: string): boolean {
  return !/^ {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|<|(?:[-*_][ \t]*){3,}$|=+[ \t]*$|-+[ \t]*$|\|)/.test(line);
}

function columnOf(line: string): number {
  let column = 0;
  for (const sign of line) {
    if (sign === '\t') column += 4 - (column % 4);
    else if (sign === ' ') column += 1;
    else break;
  }
  return column;
}
