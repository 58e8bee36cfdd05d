/** The first and last line of a stretch, counted from 1. */
export type Lines = readonly [number, number];

/**
 * Where the selected lines of a text are in an older version of it, or undefined where they were not there as they are.
 *
 * Lines above every change are where they were; lines below every change moved by its size; lines between are looked
 * for, and count as found where they stand exactly once.
 *
 * @example
 * sameLines('a\nb\nc', 'new\na\nb\nc', [3, 4]); //=> [2, 3]
 */
export function sameLines(older: string, text: string, lines: Lines): Lines | undefined {
  const before = older.split(/\r?\n/);
  const now = text.split(/\r?\n/);
  const [first, last] = lines;
  if (first < 1 || last < first || last > now.length) return undefined;
  const head = commonStart(before, now);
  if (last <= head) return lines;
  const tail = commonStart(before.toReversed(), now.toReversed());
  const grown = now.length - before.length;
  if (first > now.length - tail) return [first - grown, last - grown];
  return onlyPlace(before, now.slice(first - 1, last));
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  return same;
}

function onlyPlace(lines: readonly string[], wanted: readonly string[]): Lines | undefined {
  if (wanted.every(line => line.trim() === '')) return undefined;
  const places: number[] = [];
  for (let at = 0; at + wanted.length <= lines.length && places.length < 2; at += 1)
    if (wanted.every((line, index) => lines[at + index] === line)) places.push(at);
  const [place] = places;
  return place === undefined || places.length > 1 ? undefined : [place + 1, place + wanted.length];
}
