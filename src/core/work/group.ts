import { akin } from './akin.ts';
import { Sets } from './sets.ts';
import type { Told } from './told.ts';

/**
 * Changes that are one piece of work, oldest first: what one merge or pull request brought in; what stands on one topic branch;
 * what serves one issue; else what is akin.
 *
 * @param told oldest first
 */
export function grouped(told: readonly Told[]): Told[][] {
  const sets = new Sets(told.length);
  const first = new Map<string, number>();
  const mergeOf = lastMerges(told);
  const loose: number[] = [];
  told.forEach((each, index) => {
    if (each.change.tookBack) return;
    const bonds = bondsOf(each, mergeOf);
    if (bonds.length === 0 || isByIssue(each)) loose.push(index);
    for (const bond of bonds) {
      const before = first.get(bond);
      if (before === undefined) first.set(bond, index);
      else sets.join(before, index);
    }
  });
  joinAkin(told, loose, sets);
  return sets.all().map(set => set.flatMap(index => told[index] ?? []));
}

/** What nothing binds is cut by what it is. */
function joinAkin(told: readonly Told[], loose: readonly number[], sets: Sets): void {
  const among = loose.flatMap(index => told[index] ?? []);
  for (const [first, ...others] of akin(among))
    for (const other of others) sets.join(loose[first ?? 0] ?? 0, loose[other] ?? 0);
}

function isByIssue({ merge, pull, branch, issue }: Told): boolean {
  return issue !== undefined && merge === undefined && pull === undefined && branch === undefined;
}

/** What one way in, one branch or one issue is called, in one repository. */
function bond({ commit }: Told, ...parts: readonly (string | number)[]): string {
  return [commit.repo, ...parts].join('\0');
}

/** The merge that last brought in what stands on a branch: what is made there next goes on with that. */
function lastMerges(told: readonly Told[]): ReadonlyMap<string, string> {
  const merges = new Map<string, string>();
  for (const each of told) {
    const { merge } = each;
    if (merge?.branch !== undefined) merges.set(bond(each, 'branch', merge.branch), merge.hash);
  }
  return merges;
}

function bondsOf(each: Told, mergeOf: ReadonlyMap<string, string>): string[] {
  const { merge, pull, branch, issue } = each;
  if (pull !== undefined)
    return [bond(each, 'pull', pull), ...(merge?.pull === pull ? [bond(each, 'merge', merge.hash)] : [])];
  if (merge !== undefined) return [bond(each, 'merge', merge.hash)];
  if (branch !== undefined) {
    const known = bond(each, 'branch', branch);
    const last = mergeOf.get(known);
    return [known, ...(last === undefined ? [] : [bond(each, 'merge', last)])];
  }
  return issue !== undefined ? [bond(each, 'issue', issue)] : [];
}
