import type { ListItem } from '../note/listItems.ts';
import { eolOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import type { TextEdit } from '../note/textEdit.ts';

/** Beside which item another one goes. */
export interface Beside {
  readonly target: ListItem;
  readonly side: 'before' | 'after';
}

/**
 * The edits that put an item beside another one of the same note, with all that is nested in it. Neighbours change places and leave
 * what stands between them where it is; further away it is indented as its new neighbour is. No edits where it would land in itself.
 *
 * @param items all items of the note
 */
export function moveWithin(text: string, items: readonly ListItem[], { item, to }: Move): readonly TextEdit[] {
  const { target, side } = to;
  if (contains(item.block, target.block)) return [];
  const siblings = neighboursOf(text, items, item);
  const from = siblings.findIndex(({ line }) => line === item.line);
  const at = siblings.findIndex(({ line }) => line === target.line);
  if (at >= 0) return reordered(text, siblings, { from, to: at + placesBehind(from, at, side) });
  const moved = reindented(text.slice(item.block.start, item.block.end), item.indent, target.indent);
  const cut = cutOf(text, item.block);
  const insertion = insertionBeside(text, to, moved);
  const { start } = insertion.at;
  if (start < cut.start || start >= cut.end || start === cut.start) return [cut, insertion].map(asEdit);
  return [{ at: cut, text: moved + endingBefore(text, cut.end) }]; // it was the last of what is nested in its target
}

export interface Move {
  readonly item: ListItem;
  readonly to: Beside;
}

/** The edit that takes an item out of its note, with all that is nested in it. */
export function itemTaken(text: string, { block }: ListItem): TextEdit {
  return asEdit(cutOf(text, block));
}

/** The edit that puts lines of another note beside an item. */
export function linesBeside(text: string, to: Beside, lines: string): TextEdit {
  return insertionBeside(text, to, withEndings(reindented(lines, '', to.target.indent), eolOf(text)));
}

/** An item's lines on their own: not indented, the nested ones as far as they are further in; without the last line's ending. */
export function linesOfItem(text: string, { block, indent }: ListItem): string {
  return reindented(text.slice(block.start, block.end), indent, '');
}

/** Lines with the line ending of the note they go to. */
export function withEndings(lines: string, eol: string): string {
  return lines.replace(/\r\n|\n/g, eol);
}

/** The items of one list: those nested in the same item with nothing but empty lines between them. */
function neighboursOf(text: string, items: readonly ListItem[], item: ListItem): readonly ListItem[] {
  const all = items.filter(({ parent }) => parent?.line === item.parent?.line);
  const isApart = (index: number) => text.slice(all[index - 1]?.block.end, all[index]?.block.start).trim() !== '';
  const own = all.findIndex(({ line }) => line === item.line);
  let [first, last] = [own, own];
  while (first > 0 && !isApart(first)) first -= 1;
  while (last + 1 < all.length && !isApart(last + 1)) last += 1;
  return all.slice(first, last + 1);
}

function placesBehind(from: number, at: number, side: Beside['side']): number {
  if (side === 'before') return from < at ? -1 : 0;
  return from < at ? 0 : 1;
}

/** Siblings in another order: each place between the two gets the text of another one, and what stands between places stays. */
function reordered(
  text: string,
  siblings: readonly ListItem[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly TextEdit[] {
  if (from === to) return [];
  const moved = siblings[from];
  if (!moved) return [];
  const order = siblings.toSpliced(from, 1).toSpliced(to, 0, moved);
  return siblings.flatMap(({ block }, index) => {
    const other = order[index]?.block;
    return other && other.start !== block.start ? [{ at: block, text: text.slice(other.start, other.end) }] : [];
  });
}

function insertionBeside(text: string, { target, side }: Beside, lines: string): TextEdit {
  const eol = eolOf(text);
  const { start, end } = target.block;
  return side === 'before'
    ? { at: { start, end: start }, text: lines + eol }
    : { at: { start: end, end }, text: eol + lines };
}

/** The lines of a block with the ending of the last; at the end of a note without one, the ending before it goes instead. */
function cutOf(text: string, { start, end }: Span): Span {
  const next = text.startsWith('\r\n', end) ? end + 2 : text.startsWith('\n', end) ? end + 1 : end;
  if (next > end || start === 0) return { start, end: next };
  return { start: start - endingBefore(text, start).length, end };
}

function endingBefore(text: string, at: number): string {
  return /\r?\n$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
}

/** Lines further out than the item they belong to stay so: they are a paragraph that goes on, or empty. */
function reindented(lines: string, from: string, to: string): string {
  return lines.replace(/[^\n]+/g, line =>
    line.trim() !== '' && line.startsWith(from) ? to + line.slice(from.length) : line,
  );
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function asEdit(edit: Span | TextEdit): TextEdit {
  return 'at' in edit ? edit : { at: edit, text: '' };
}
