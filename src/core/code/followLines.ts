import type { Lines } from '../log/sameLines.ts';
import { alignLines } from './alignLines.ts';
import { matchBlock } from './matchBlock.ts';

/** Where some lines are now. */
export interface FollowedLines {
  readonly lines: Lines;
  /** 0.5 to 1: how much of them is still there, see {@link matchBlock}. Indentation and spaces don't count. */
  readonly likeness: number;
}

/** Lines of which less is left are gone. */
const least = 0.5;

/**
 * Where the lines of an older text are in a newer one: what they say counts, not their numbers. They may have been moved,
 * indented anew and edited a little; undefined where less than half of them is left.
 *
 * @example
 * followLines('a\nb\nc', 'new\na\nb\nc', [2, 3]); //=> { lines: [3, 4], likeness: 1 }
 */
export function followLines(before: string, now: string, lines: Lines): FollowedLines | undefined {
  const older = linesOf(before);
  const newer = linesOf(now);
  const [first, last] = [lines[0], Math.min(lines[1], older.length)];
  if (first < 1 || last < first) return undefined;
  const found = alignLines(older, newer);
  const block: Block = { older, newer, found, first: first - 1, last: last - 1 };
  const stayed = between(block);
  if (stayed && stayed.likeness >= 0.9) return stayed;
  const moved = elsewhere(block);
  const best = moved && moved.likeness > (stayed?.likeness ?? 0) ? moved : stayed;
  return best && best.likeness >= least ? best : undefined;
}

/**
 * Where a block is in a text that never had to do with it: only where nearly all of it is there, and it is long enough
 * to be known again.
 */
export function findLines(before: string, other: string, lines: Lines): FollowedLines | undefined {
  const block = linesOf(before).slice(lines[0] - 1, lines[1]);
  if (!isDistinct(block)) return undefined;
  const newer = linesOf(other);
  const found = elsewhere({ older: block, newer, found: [], first: 0, last: block.length - 1 });
  return found && found.likeness >= 0.8 ? found : undefined;
}

/** The line of a block that says most, by which it is looked for in other files; undefined where the block is too short. */
export function tellingLine(before: string, lines: Lines): string | undefined {
  const block = before.split(/\r\n?|\n/).slice(lines[0] - 1, lines[1]);
  if (!isDistinct(block.map(plain))) return undefined;
  return block.map(line => line.trim()).toSorted((a, b) => b.length - a.length)[0];
}

function isDistinct(block: readonly string[]): boolean {
  return block.filter(line => line.length >= 4).length >= 3 && block.join('').length >= 60;
}

/** Some lines of an older text, by index, and the newer text with what is known of both. */
interface Block {
  readonly older: readonly string[];
  readonly newer: readonly string[];
  readonly found: readonly (number | undefined)[];
  readonly first: number;
  readonly last: number;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).map(plain);
}

function plain(line: string): string {
  return line.trim().replace(/\s+/g, ' ');
}

/** Looks between the neighbours of the block that are still there. */
function between(block: Block): FollowedLines | undefined {
  const { older, newer, found, first, last } = block;
  const exact = found.slice(first, last + 1);
  const start = exact[0];
  const end = exact.at(-1);
  if (start !== undefined && end !== undefined && end - start === last - first && !exact.includes(undefined))
    return { lines: [start + 1, end + 1], likeness: 1 };
  const above = found.slice(0, first).findLast(at => at !== undefined) ?? -1;
  const below = found.slice(last + 1).find(at => at !== undefined) ?? newer.length;
  const match = matchBlock(older.slice(first, last + 1), newer.slice(above + 1, below));
  if (!match) return undefined;
  return { lines: [above + 2 + match.from, above + 2 + match.to], likeness: match.likeness };
}

/** Looks where lines of the block stand among lines that belong to nothing else of the older text. */
function elsewhere({ older, newer, found, first, last }: Block): FollowedLines | undefined {
  const taken = new Set(found.filter((at, old) => at !== undefined && (old < first || old > last)));
  const free = newer.map((line, at) => (taken.has(at) ? null : line));
  const wanted = older.slice(first, last + 1);
  const size = wanted.length;
  const matches = likelyStarts(wanted, free).flatMap(start => {
    const from = Math.max(0, start - 3);
    const match = matchBlock(wanted, free.slice(from, start + size + 3));
    return match ? [{ lines: [from + match.from + 1, from + match.to + 1] as const, likeness: match.likeness }] : [];
  });
  const far = ({ lines }: FollowedLines) => Math.abs(lines[0] - 1 - first);
  return matches.sort((a, b) => b.likeness - a.likeness || far(a) - far(b))[0];
}

/** Where a block could begin, by what its lines say: the likeliest places, at most eight. */
function likelyStarts(block: readonly string[], free: readonly (string | null)[]): readonly number[] {
  const places = new Map<string, number[]>();
  for (const [at, line] of free.entries())
    if (line !== null && line.length >= 8) places.set(line, [...(places.get(line)?.slice(0, 8) ?? []), at]);
  const votes = new Map<number, number>();
  for (const [index, line] of block.entries()) {
    const known = places.get(line) ?? [];
    for (const at of known.length > 8 ? [] : known)
      votes.set(Math.max(0, at - index), (votes.get(Math.max(0, at - index)) ?? 0) + line.length);
  }
  const likeliest = [...votes].sort(([, a], [, b]) => b - a).slice(0, 8);
  return likeliest.map(([start]) => start);
}
