import type { WorkKind } from './piece.ts';
import { Sets, listed } from './sets.ts';
import type { Told } from './told.ts';

const day = 86_400;
const nearby = 2 * day;
const longestPiece = 8 * day;

/**
 * Changes that are one piece of work, oldest first: what one merge or pull request brought in; what stands on one topic branch;
 * what serves one issue; else what follows up on the same files within two days.
 *
 * @param told oldest first
 */
export function grouped(told: readonly Told[]): Told[][] {
  const sets = new Sets(told.length);
  const first = new Map<string, number>();
  const loose: number[] = [];
  told.forEach((each, index) => {
    if (each.change.tookBack) return;
    const bonds = bondsOf(each);
    if (bonds.length === 0 || isByIssue(each)) loose.push(index);
    for (const bond of bonds) {
      const before = first.get(bond);
      if (before === undefined) first.set(bond, index);
      else sets.join(before, index);
    }
  });
  joinFollowUps(told, loose, sets);
  return sets.all().map(set => set.flatMap(index => told[index] ?? []));
}

function isByIssue({ merge, pull, branch, issue }: Told): boolean {
  return issue !== undefined && merge === undefined && pull === undefined && branch === undefined;
}

function bondsOf({ commit, merge, pull, branch, issue }: Told): string[] {
  const key = (...parts: readonly (string | number)[]) => [commit.repo, ...parts].join('\0');
  if (pull !== undefined) return [key('pull', pull), ...(merge?.pull === pull ? [key('merge', merge.hash)] : [])];
  if (merge?.branch !== undefined) return [key('merge', merge.hash), key('branch', merge.branch)];
  if (merge !== undefined) return [key('merge', merge.hash)];
  if (branch !== undefined) return [key('branch', branch)];
  return issue !== undefined ? [key('issue', issue)] : [];
}

/** What a group of loose changes is about so far. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly main: WorkKind | undefined;
  readonly scope: string | undefined;
  readonly issue: string | undefined;
}

/** Tests, docs, fixes and clean-ups join what they belong to; two features never become one by touching the same file. */
function joinFollowUps(told: readonly Told[], loose: readonly number[], sets: Sets): void {
  const hot = hotFiles(told, loose);
  const lines = new Map<number, Line>();
  const lastAt = new Map<string, number>();
  const lastIn = new Map<string, number>();
  for (const index of loose) {
    const each = told[index];
    if (each === undefined) continue;
    const sofar = lines.get(sets.of(index)); // where they serve one issue
    lines.set(sets.of(index), sofar ? joined(sofar, lineOf(each)) : lineOf(each));
    const shared = new Map<number, number>();
    const files = each.files.map(({ path }) => `${each.commit.repo}\0${path}`).filter(file => !hot.has(file));
    for (const file of files) {
      const before = lastAt.get(file);
      if (before !== undefined) shared.set(sets.of(before), (shared.get(sets.of(before)) ?? 0) + 1);
      lastAt.set(file, index);
    }
    const kin = kinOf(each, lastIn, index);
    if (kin !== undefined && joinLines(lines, sets, sets.of(kin), index)) continue;
    const [best] = [...shared].sort(([a, most], [b, more]) => more - most || b - a);
    if (best === undefined || best[1] * 2 < files.length) continue;
    joinLines(lines, sets, best[0], index);
  }
}

/** The last change of the same area, which this one goes on with. */
function kinOf({ commit, subject }: Told, lastIn: Map<string, number>, index: number): number | undefined {
  if (subject.scope === undefined) return undefined;
  const area = `${commit.repo}\0${subject.scope.toLowerCase()}`;
  const before = lastIn.get(area);
  lastIn.set(area, index);
  return before;
}

function joinLines(lines: Map<number, Line>, sets: Sets, root: number, index: number): boolean {
  const [line, other] = [lines.get(root), lines.get(sets.of(index))];
  if (line === undefined || other === undefined || root === sets.of(index)) return false;
  if (other.from - line.to > nearby || other.to - line.from > longestPiece) return false;
  if (line.scope !== undefined && other.scope !== undefined && line.scope !== other.scope) return false;
  if (line.issue !== undefined && other.issue !== undefined && line.issue !== other.issue) return false;
  const oneTopic = isTopic(line.scope) && line.scope === other.scope;
  if (!oneTopic && line.main !== undefined && other.main !== undefined) {
    if (line.main !== 'feature' || other.main !== 'fix') return false;
  }
  sets.join(root, index);
  lines.set(sets.of(index), joined(line, other));
  return true;
}

function joined(line: Line, other: Line): Line {
  return {
    from: Math.min(line.from, other.from),
    to: Math.max(line.to, other.to),
    main: line.main ?? other.main,
    scope: line.scope ?? other.scope,
    issue: line.issue ?? other.issue,
  };
}

/** "Sentinel command renaming" names one piece of work, "net" a part of the code. */
function isTopic(scope: string | undefined): boolean {
  return scope?.includes(' ') === true && !scope.includes(': ');
}

function lineOf({ commit, kind, subject, issue, vague, trifle }: Told): Line {
  const isMain =
    !vague && !trifle && (kind === 'feature' || kind === 'performance' || kind === 'fix' || kind === 'revert');
  return { from: commit.authored, to: commit.authored, main: isMain ? kind : undefined, scope: subject.scope, issue };
}

/** Files so many changes touch that sharing them means nothing. */
function hotFiles(told: readonly Told[], loose: readonly number[]): Set<string> {
  const many = Math.max(4, loose.length / 4);
  if (loose.length <= many) return new Set();
  const touched = new Map<string, number[]>();
  for (const index of loose) {
    const each = told[index];
    for (const { path } of each?.files ?? []) listed(touched, `${each?.commit.repo}\0${path}`).push(index);
  }
  return new Set([...touched].filter(([, by]) => by.length > many).map(([file]) => file));
}
