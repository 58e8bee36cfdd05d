/** How much of a block is left in a stretch of another text, and where. */
export interface BlockMatch {
  /** 0 to 1: how much of the block is still there. */
  readonly likeness: number;
  /** Index of the first and the last line of the stretch that belongs to the block. */
  readonly from: number;
  readonly to: number;
}

/** Below this, two lines are different lines and not one that was edited. */
const sameLine = 0.6;
/** More pairs of lines than this are only compared as they are. */
const mostCompared = 20_000;
const mostCells = 1_000_000;

/**
 * Finds the lines of a block, in their order, in a stretch of another text.
 *
 * The measure is how much of the block is covered: each line counts by its length, so that braces say little, and an
 * edited line by Dice's coefficient of its pairs of letters (Dice 1945) where that is at least 0.6.
 *
 * @param stretch null where a line is known to be another one
 * @returns undefined where nothing of the block is there
 */
export function matchBlock(block: readonly string[], stretch: readonly (string | null)[]): BlockMatch | undefined {
  const total = block.reduce((sum, line) => sum + line.length, 0);
  const width = stretch.length + 1;
  if (total === 0 || block.length * stretch.length > mostCells) return undefined;
  const likeness = likenessOf(block, stretch);
  const scores = new Float64Array((block.length + 1) * width);
  const score = (i: number, j: number) => scores[i * width + j] ?? 0;
  for (let i = block.length - 1; i >= 0; i--)
    for (let j = stretch.length - 1; j >= 0; j--) {
      const both = likeness(i, j);
      const matched = both > 0 ? score(i + 1, j + 1) + both * (block[i]?.length ?? 0) : 0;
      scores[i * width + j] = Math.max(matched, score(i + 1, j), score(i, j + 1));
    }
  const places: number[] = [];
  for (let i = 0, j = 0; i < block.length && j < stretch.length;) {
    const both = likeness(i, j);
    if (both > 0 && score(i, j) === score(i + 1, j + 1) + both * (block[i]?.length ?? 0)) {
      if (block[i] !== '') places.push(j);
      i++;
      j++;
    } else if (score(i, j) === score(i, j + 1)) j++;
    else i++;
  }
  const [from] = places;
  const to = places.at(-1);
  return from === undefined || to === undefined ? undefined : { likeness: score(0, 0) / total, from, to };
}

/** Tells how alike a line of the block and one of the stretch are; each is taken apart once. */
function likenessOf(block: readonly string[], stretch: readonly (string | null)[]): (i: number, j: number) => number {
  const isSmall = block.length * stretch.length <= mostCompared;
  const pairs = new Map<string, ReadonlyMap<string, number>>();
  const pairsOf = (line: string) => {
    const known = pairs.get(line) ?? pairsIn(line);
    pairs.set(line, known);
    return known;
  };
  return (i, j) => {
    const one = block[i] ?? '';
    const other = stretch[j];
    if (other === null || other === undefined) return 0;
    if (one === other) return 1;
    const [short, long] = [one.length, other.length].sort((a, b) => a - b) as [number, number];
    if (!isSmall || short < 2 || short < long * 0.4) return 0; // can't reach what is asked for
    const alike = dice(pairsOf(one), pairsOf(other), one.length + other.length - 2);
    return alike >= sameLine ? alike : 0;
  };
}

function pairsIn(line: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= line.length && at < 500; at++) {
    const pair = line.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function dice(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>, total: number): number {
  let shared = 0;
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0);
  return Math.min(1, (2 * shared) / total);
}
