import { alignLines } from '../code/alignLines.ts';
import { mergeTaskLine, taskWords } from './mergeTaskLine.ts';
import { indentOf, isHeading, uniteLines } from './uniteLines.ts';

type Lines = readonly string[];

/** What one side made of some lines: what stands for each of them now (undefined: it is gone), and what was put before each and behind the last. */
interface Changes {
  readonly lines: readonly (string | undefined)[];
  /** One more than there are lines. */
  readonly added: readonly Lines[];
}

/** A base, and what each side made of it. */
type SidesOf<T> = Readonly<Record<'base' | 'ours' | 'theirs', T>>;

/** Steps and promises by what they are recognised by. */
export type Steps = ReadonlySet<string>;

/** The steps and promises of a whole note. */
export function stepsOf(lines: Lines): Steps {
  return new Set(lines.flatMap(line => taskWords(line) ?? []));
}

/**
 * What two sides made of the same few lines, where they don't get in each other's way: one put lines between those the other
 * changed, or they changed different ones. Undefined where a person must choose.
 *
 * @param steps those of the whole of either side
 */
export function combineLines(
  { base, ours, theirs }: SidesOf<Lines>,
  steps: Pick<SidesOf<Steps>, 'ours' | 'theirs'>,
): Lines | undefined {
  const mine = changesOf(base, ours, steps.ours);
  const other = changesOf(base, theirs, steps.theirs);
  const combined: string[] = [];
  for (let at = 0; at <= base.length; at++) {
    if (isOrphaned(base, at, [mine, other]) || isOrphaned(base, at, [other, mine])) return undefined;
    combined.push(...uniteLines(other.added[at] ?? [], mine.added[at] ?? []));
    if (at === base.length) break;
    const [before, one, two] = [base[at], mine.lines[at], other.lines[at]];
    const isClash = one !== two && one !== before && two !== before;
    const line = isClash ? bothChanged(one, two) : one === before ? two : one;
    if (isClash && line === undefined) return undefined;
    if (line !== undefined) combined.push(line);
  }
  return combined;
}

/** Whether what one side put in lost on the other what it belongs to: the item it is indented below, or its heading. */
function isOrphaned(base: Lines, at: number, [adding, other]: readonly [Changes, Changes]): boolean {
  const first = adding.added[at]?.find(line => line.trim() !== '');
  if (first === undefined || isHeading(first)) return false;
  const parent = base
    .slice(0, at)
    .findLastIndex(line => isHeading(line) || (line.trim() !== '' && indentOf(line) < indentOf(first)));
  return parent >= 0 && adding.lines[parent] !== undefined && other.lines[parent] === undefined;
}

/**
 * Lines that are alike stand for each other; between them each has another in its place while there are any.
 *
 * @param moved the steps of the whole side: one that stands there in another place has nothing in its old one
 */
function changesOf(base: Lines, side: Lines, moved: Steps): Changes {
  const found = alignLines(base.map(likeness), side.map(likeness));
  const lines: (string | undefined)[] = [];
  const added: Lines[] = [];
  let next = 0;
  for (let at = 0; at <= base.length;) {
    const length = gapAt(found, at);
    const end = found[at + length] ?? side.length;
    for (const line of base.slice(at, at + length)) {
      lines.push(next < end && !moved.has(likeness(line)) ? side[next++] : undefined);
      added.push([]);
    }
    added.push(side.slice(next, end));
    if (at + length < base.length) lines.push(side[end]);
    next = end + 1;
    at += length + 1;
  }
  return { lines, added };
}

/** How many lines from here on have nothing like them. */
function gapAt(found: readonly (number | undefined)[], at: number): number {
  const length = found.slice(at).findIndex(place => place !== undefined);
  return length < 0 ? found.length - at : length;
}

/** Of one that is gone on one side and changed on the other nothing can be said. */
function bothChanged(one: string | undefined, two: string | undefined): string | undefined {
  return one === undefined || two === undefined ? undefined : mergeTaskLine(one, two);
}

/** A step is the same step, ticked or not, and a promise the same promise to whatever day it was carried. */
function likeness(line: string): string {
  return taskWords(line) ?? line.trimEnd();
}
