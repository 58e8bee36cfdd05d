import { alignLines } from '../code/alignLines.ts';

type Lines = readonly string[];

/** What one side made of some lines: what stands for each of them now, and what was put before each and behind the last. */
interface Changes {
  readonly lines: Lines;
  /** One more than there are lines. */
  readonly added: readonly Lines[];
}

/**
 * What two sides made of the same few lines, where they don't get in each other's way: one put lines between those the other
 * changed, or they changed different ones. Undefined where a person must choose.
 */
export function combineLines(base: Lines, ours: Lines, theirs: Lines): Lines | undefined {
  const mine = changesOf(base, ours);
  const other = changesOf(base, theirs);
  if (!mine || !other) return undefined;
  const combined: string[] = [];
  for (let at = 0; at <= base.length; at++) {
    combined.push(...united(other.added[at] ?? [], mine.added[at] ?? []));
    if (at === base.length) break;
    const [before, one, two] = [base[at], mine.lines[at], other.lines[at]];
    if (one !== two && one !== before && two !== before) return undefined;
    combined.push((one === before ? two : one) ?? '');
  }
  return combined;
}

/** Lines were only added, or each has another in its place; anything else is not told line by line. */
function changesOf(base: Lines, side: Lines): Changes | undefined {
  const none = Array.from({ length: base.length + 1 }, (): Lines => []);
  if (side.length === base.length) return { lines: side, added: none };
  const found = alignLines(base, side);
  if (found.some(at => at === undefined)) return undefined;
  const ends = [...found.map(at => at ?? 0), side.length];
  return { lines: base, added: ends.map((end, at) => side.slice(at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end)) };
}

/** What both put in, theirs first; a line that both have stands there once. */
export function united(theirs: Lines, ours: Lines): Lines {
  const known = new Set(theirs.map(line => line.trimEnd()).filter(line => line !== ''));
  const more = ours.filter(line => !known.has(line.trimEnd()));
  if (more.every(line => line.trim() === '')) return theirs;
  return [...theirs.slice(0, -1), ...theirs.slice(-1).map(ended), ...more];
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n`;
}
