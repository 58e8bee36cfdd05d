import { head } from './change.ts';
import { daysAround } from './daysAround.ts';
import { isApart, isSameTopic, kinship, mayBeOne } from './kinship.ts';
import { listed } from '../listed.ts';
import type { Told } from './told.ts';
import { traceOf, type Trace } from './trace.ts';

const longestPiece = 8 * 86_400;
const twoDays = 2 * 86_400;
/** So many changes speak for a piece, and so many pieces are looked at: the ones that grew last. */
const mostCompared = 8;
const mostOpen = 16;

/** A piece as far as it has grown. */
interface Piece {
  readonly members: number[];
  readonly from: number;
  issue: string | undefined;
}

/** A change as far as it is compared. */
export interface Comparable {
  readonly trace: Trace;
  /** The issue it says it serves. */
  readonly issue: string | undefined;
}

/** How likely two changes are of one piece, by their indexes: the logarithm of the odds. */
export type Odds = (earlier: number, later: number) => number;

/**
 * Cuts changes into pieces by nothing but what they are: each, oldest first, goes to the piece it is most akin to, where that is
 * likelier than not; else it begins one of its own. What serves one issue is one piece, what serves another is not; pieces hold the
 * changes of one author and one repository, and are no longer than eight days but for an issue's.
 *
 * @param told oldest first
 * @returns the indexes of each piece's changes
 */
export function akin(told: readonly Told[]): readonly (readonly number[])[] {
  const sides = new Map<string, number[]>();
  told.forEach(({ commit, change }, index) => listed(sides, `${commit.repo}\0${head(change).owner}`).push(index));
  return [...sides.values()].flatMap(indexes => {
    const changes = indexes.flatMap(index => comparable(told[index]));
    const traces = changes.map(({ trace }) => trace);
    const days = daysAround(traces);
    const odds: Odds = (earlier, later) => {
      const [one, other, around] = [traces[earlier], traces[later], days[later]];
      return one && other && around ? kinship(one, other, around) : 0;
    };
    return cutBy(changes, odds, everydayFiles(traces)).map(members => members.flatMap(member => indexes[member] ?? []));
  });
}

function comparable(told: Told | undefined): readonly Comparable[] {
  return told ? [{ trace: traceOf(told), issue: told.issue }] : [];
}

/** Files that a third of her changes touch, where there are enough to tell. */
function everydayFiles(traces: readonly Trace[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { files } of traces) for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  const enough = Math.max(4, traces.length / 3);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([file]) => file));
}

const noFiles: ReadonlySet<string> = new Set();

/**
 * The cut itself, whatever tells how likely two are of one piece.
 *
 * @param changes of one side, oldest first
 * @param everyday files that most of them touch
 */
export function cutBy(changes: readonly Comparable[], odds: Odds, everyday = noFiles): readonly (readonly number[])[] {
  const pieces: Piece[] = [];
  const byIssue = new Map<string, Piece>();
  const open: Piece[] = []; // the one that grew last stands last
  for (const [index, { trace, issue }] of changes.entries()) {
    const known =
      (issue === undefined ? undefined : byIssue.get(issue)) ?? closest(open, index, { changes, odds, everyday });
    const piece = known ?? { members: [], from: trace.authored, issue };
    if (known === undefined) pieces.push(piece);
    else if (open.includes(piece)) open.splice(open.indexOf(piece), 1);
    piece.members.push(index);
    piece.issue ??= issue;
    if (piece.issue !== undefined) byIssue.set(piece.issue, piece);
    open.push(piece);
    if (open.length > mostOpen) open.shift();
  }
  return pieces.map(({ members }) => members);
}

interface Among {
  readonly changes: readonly Comparable[];
  readonly odds: Odds;
  readonly everyday: ReadonlySet<string>;
}

/** The piece a change goes on with; of several alike the one that grew last. */
function closest(open: readonly Piece[], index: number, { changes, odds, everyday }: Among): Piece | undefined {
  const { trace, issue } = changes[index] ?? {};
  if (trace === undefined) return undefined;
  const lastOf = ({ members }: Piece) => changes[members.at(-1) ?? -1]?.trace;
  const next = open.findLast(piece => goesOn(lastOf(piece), trace));
  if (next) return next;
  let best: Piece | undefined;
  let most = 0;
  for (const piece of open) {
    if (trace.authored - piece.from > longestPiece) continue;
    if (issue !== undefined && piece.issue !== undefined) continue;
    const kin = piece.members.slice(-mostCompared);
    const traces = kin.flatMap(other => changes[other]?.trace ?? []);
    if (traces.some(other => isApart(other, trace)) || !traces.some(other => mayBeOne(other, trace, everyday)))
      continue;
    const likely = likelihood(kin, index, odds);
    if (likely >= most) [best, most] = [piece, likely];
  }
  return best;
}

/** Half by the change that is most akin, half by all of them: one chance likeness does not bind, nor does one stranger part. */
function likelihood(kin: readonly number[], index: number, odds: Odds): number {
  let [sum, most] = [0, -Infinity];
  for (const other of kin) {
    const each = odds(other, index);
    sum += each;
    most = Math.max(most, each);
  }
  return (sum / kin.length + most) / 2;
}

/** The next one under the same topic, a day or two later; what a merge button made twice is two pull requests all the same. */
function goesOn(last: Trace | undefined, trace: Trace): boolean {
  if (last === undefined || (last.byForge && trace.byForge)) return false;
  return trace.authored - last.authored <= twoDays && isSameTopic(last, trace);
}
