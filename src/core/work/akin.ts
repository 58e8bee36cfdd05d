import { head } from './change.ts';
import { isSameTopic, kinship, mayBeOne, traceOf, type Trace } from './kinship.ts';
import { listed } from './sets.ts';
import type { Told } from './told.ts';

const longestPiece = 8 * 86_400;
const twoDays = 2 * 86_400;
const halfAWeek = 3.5 * 86_400;
/** So many changes speak for a piece. */
const mostCompared = 24;

/** A piece as far as it has grown. */
interface Piece {
  readonly members: number[];
  /** The last changes of it, which the next one is compared with. */
  readonly kin: Trace[];
  readonly from: number;
  issue: string | undefined;
}

/** A change that looks for its piece. */
interface Seeker {
  readonly trace: Trace;
  readonly issue: string | undefined;
  /** How many changes were made in the days around it. */
  readonly around: number;
  readonly everyday: ReadonlySet<string>;
}

/**
 * Cuts changes into pieces by nothing but what they are: each, oldest first, goes to the piece it is most akin to on average, where
 * that is likelier than not; else it begins one of its own. What serves one issue is one piece, what serves another is not; pieces
 * hold the changes of one author and one repository, and are no longer than eight days but for an issue's.
 *
 * @param told oldest first
 * @returns the indexes of each piece's changes
 */
export function akin(told: readonly Told[]): readonly (readonly number[])[] {
  const sides = new Map<string, number[]>();
  told.forEach(({ commit, change }, index) => listed(sides, `${commit.repo}\0${head(change).owner}`).push(index));
  return [...sides.values()].flatMap(indexes => piecesOf(indexes, told));
}

function piecesOf(indexes: readonly number[], told: readonly Told[]): number[][] {
  const pieces: Piece[] = [];
  const everyday = everydayFiles(indexes.flatMap(index => told[index] ?? []));
  const times = indexes.map(index => told[index]?.commit.authored ?? 0);
  for (const [at, index] of indexes.entries()) {
    const each = told[index];
    if (each === undefined) continue;
    const seeker = { trace: traceOf(each), issue: each.issue, around: countAround(times, at), everyday };
    const best = closest(pieces, seeker);
    if (best === undefined) {
      pieces.push({ members: [index], kin: [seeker.trace], from: seeker.trace.authored, issue: each.issue });
      continue;
    }
    best.members.push(index);
    best.kin.push(seeker.trace);
    if (best.kin.length > mostCompared) best.kin.shift();
    best.issue ??= each.issue;
  }
  return pieces.map(({ members }) => members);
}

/** The piece a change goes on with; of several alike the youngest. */
function closest(pieces: readonly Piece[], { trace, issue, around, everyday }: Seeker): Piece | undefined {
  const same = pieces.findLast(piece => (issue !== undefined && piece.issue === issue) || goesOn(piece, trace));
  if (same) return same;
  let best: Piece | undefined;
  let most = 0;
  for (const piece of pieces) {
    if (trace.authored - piece.from > longestPiece) continue;
    if (issue !== undefined && piece.issue !== undefined) continue;
    if (!piece.kin.some(other => mayBeOne(trace, other, everyday))) continue;
    let sum = 0;
    for (const other of piece.kin) sum += kinship(trace, other, around);
    const mean = sum / piece.kin.length;
    if (mean >= most) [best, most] = [piece, mean];
  }
  return best;
}

/** The next one under the same topic, a day or two later. */
function goesOn({ kin }: Piece, trace: Trace): boolean {
  const last = kin.at(-1);
  return last !== undefined && trace.authored - last.authored <= twoDays && isSameTopic(last, trace);
}

/** Files that a third of her changes touch, where there are enough to tell. */
function everydayFiles(told: readonly Told[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { files } of told)
    for (const path of new Set(files.slice(0, 60).map(file => file.path)))
      counts.set(path, (counts.get(path) ?? 0) + 1);
  const enough = Math.max(4, told.length / 3);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([path]) => path));
}

function countAround(times: readonly number[], at: number): number {
  const time = times[at] ?? 0;
  let [from, to] = [at, at];
  while (from > 0 && time - (times[from - 1] ?? 0) <= halfAWeek) from--;
  while (to + 1 < times.length && (times[to + 1] ?? 0) - time <= halfAWeek) to++;
  return to - from + 1;
}
