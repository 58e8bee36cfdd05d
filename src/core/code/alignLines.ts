/** A stretch of both texts that is still to be compared: `[start, end)` of the older one, then of the newer one. */
type Stretch = readonly [number, number, number, number];

/** More than this is not compared line by line where no line stands out; the lines then count as new. */
const mostCells = 250_000;

/**
 * For each line of an older text the index it has in a newer one, or undefined where it is not there any more. The
 * indexes only grow: what was moved over other lines counts as gone.
 *
 * This is Bram Cohen's patience diff: lines that stand once in both texts hold the rest together, so that a brace is
 * not taken for another brace. Between them, where no line stands out, the longest common subsequence is taken.
 *
 * @example
 * alignLines(['a', 'b', 'c'], ['new', 'a', 'c']); //=> [1, undefined, 2]
 */
export function alignLines(older: readonly string[], newer: readonly string[]): readonly (number | undefined)[] {
  const [before, now] = numbered(older, newer);
  const found: (number | undefined)[] = before.map(() => undefined);
  const open: Stretch[] = [[0, before.length, 0, now.length]];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const inner = withoutEnds(before, now, stretch, found);
    if (inner === undefined) continue;
    const anchors = longestGrowing(uniquePairs(before, now, inner));
    if (anchors.length === 0) matchCommon(before, now, inner, found);
    let [from, , start] = inner;
    const [, end, , stop] = inner;
    for (const [old, at] of anchors) {
      found[old] = at;
      open.push([from, old, start, at]);
      [from, start] = [old + 1, at + 1];
    }
    if (anchors.length > 0) open.push([from, end, start, stop]);
  }
  return found;
}

/** Each line as a number that stands for its words: long texts are compared many times. */
function numbered(...texts: readonly (readonly string[])[]): readonly [readonly number[], readonly number[]] {
  const known = new Map<string, number>();
  const numberOf = (line: string) => {
    const number = known.get(line) ?? known.size;
    known.set(line, number);
    return number;
  };
  const [older = [], newer = []] = texts.map(lines => lines.map(numberOf));
  return [older, newer];
}

/** Takes what is the same at both ends of a stretch, the end first: lines above are added more often than repeated. */
function withoutEnds(
  before: readonly number[],
  now: readonly number[],
  [from, end, start, stop]: Stretch,
  found: (number | undefined)[],
): Stretch | undefined {
  while (end > from && stop > start && before[end - 1] === now[stop - 1]) found[--end] = --stop;
  while (from < end && start < stop && before[from] === now[start]) found[from++] = start++;
  return from < end && start < stop ? [from, end, start, stop] : undefined;
}

/** The lines that stand exactly once in each half of a stretch, in the order of the older text. */
function uniquePairs(
  before: readonly number[],
  now: readonly number[],
  [from, end, start, stop]: Stretch,
): readonly (readonly [number, number])[] {
  const older = onlyPlaces(before, from, end);
  const newer = onlyPlaces(now, start, stop);
  return [...older].flatMap(([line, old]) => {
    const at = newer.get(line);
    return old === undefined || at === undefined ? [] : [[old, at] as const];
  });
}

function onlyPlaces(lines: readonly number[], from: number, end: number): ReadonlyMap<number, number | undefined> {
  const places = new Map<number, number | undefined>();
  for (let at = from; at < end; at++) {
    const line = lines[at] ?? -1;
    places.set(line, places.has(line) ? undefined : at);
  }
  return places;
}

/** The longest run of pairs whose second numbers grow too (patience sorting). */
function longestGrowing(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tops: number[] = []; // of each pile, the pair on top
  const below = pairs.map(() => -1);
  for (const [index, [, at]] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    below[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = below[index] ?? -1) {
    const pair = pairs[index];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** The longest common subsequence of a short stretch. */
function matchCommon(
  before: readonly number[],
  now: readonly number[],
  [from, end, start, stop]: Stretch,
  found: (number | undefined)[],
): void {
  const width = stop - start + 1;
  if ((end - from) * (stop - start) > mostCells) return;
  const lengths = new Uint32Array((end - from + 1) * width);
  const cell = (old: number, at: number) => (old - from) * width + (at - start);
  const length = (old: number, at: number) => lengths[cell(old, at)] ?? 0;
  for (let old = end - 1; old >= from; old--)
    for (let at = stop - 1; at >= start; at--)
      lengths[cell(old, at)] =
        before[old] === now[at] ? length(old + 1, at + 1) + 1 : Math.max(length(old + 1, at), length(old, at + 1));
  for (let old = from, at = start; old < end && at < stop;) {
    if (before[old] === now[at]) found[old++] = at++;
    else if (length(old + 1, at) >= length(old, at + 1)) old++;
    else at++;
  }
}
