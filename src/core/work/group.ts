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

function bondsOf({ commit, merge, pull, branch, issue }: Told): string[] {
  const key = (...parts: readonly (string | number)[]) => [commit.repo, ...parts].join('\0');
  if (pull !== undefined) return [key('pull', pull), ...(merge?.pull === pull ? [key('merge', merge.hash)] : [])];
  if (merge?.branch !== undefined) return [key('merge', merge.hash), key('branch', merge.branch)];
  if (merge !== undefined) return [key('merge', merge.hash)];
  if (branch !== undefined) return [key('branch', branch)];
  return issue !== undefined ? [key('issue', issue)] : [];
}
