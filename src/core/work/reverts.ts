import { type Change, type Involved, byAge, everyCommit, head, sameSubject, sideOf } from './change.ts';
import type { Commit } from './commit.ts';
import { HashIndex } from './hashIndex.ts';
import { listed } from '../listed.ts';

/**
 * What was made and taken back within the window becomes one change that says so; what was reverted and brought back stands as if
 * nothing had happened. A revert of older or others' work stays a change of its own.
 */
export function withoutReverted(changes: readonly Change[]): Change[] {
  if (!changes.some(change => mayRevert(head(change)))) return [...changes];
  const find = targetFinder(changes);
  const targets = changes.map((change, index) =>
    find(head(change), index).filter(target => isSameSide(change, changes[target])),
  );
  const undone = new Set<number>();
  const into = new Map<number, number>();
  // From the newest on: a revert that was itself taken back has no say.
  for (let index = changes.length - 1; index >= 0; index--) {
    const [first, ...more] = (targets[index] ?? []).toSorted((a, b) => a - b);
    const revert = changes[index];
    if (first === undefined || revert === undefined) continue;
    for (const target of [first, ...more]) {
      if (target === first) into.set(index, first);
      else if (!undone.has(index)) into.set(target, first);
      const landedAgain = changes[target] && everyCommit(changes[target]).some(({ commit }) => isAfter(commit, revert));
      if (!undone.has(index) && !landedAgain) undone.add(target);
    }
  }
  return settled(changes, into, undone);
}

/** Her revert of somebody else's work is work of hers; theirs stays theirs. */
function isSameSide(revert: Change, target: Change | undefined): boolean {
  return target !== undefined && sideOf(head(revert)) === sideOf(head(target));
}

function isAfter(commit: Commit, revert: Change): boolean {
  return commit.authored > head(revert).commit.authored;
}

/** One change for each that was reverted, with all that went back and forth over it. */
function settled(changes: readonly Change[], into: ReadonlyMap<number, number>, undone: ReadonlySet<number>): Change[] {
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = into.get(root); up !== undefined && up !== root; up = into.get(root)) root = up;
    return root;
  };
  const around = new Map<number, number[]>();
  changes.forEach((_, index) => {
    if (rootOf(index) !== index) listed(around, rootOf(index)).push(index);
  });
  return changes.flatMap((change, index) => {
    if (rootOf(index) !== index) return [];
    const others = (around.get(index) ?? []).flatMap(other => changes[other] ?? []);
    if (!undone.has(index)) return [{ ...change, folded: [...change.folded, ...others.flatMap(everyCommit)] }];
    const commits = [...change.commits, ...others.flatMap(other => other.commits)].sort(byInvolvedAge);
    return [{ commits, folded: [...change.folded, ...others.flatMap(other => other.folded)], tookBack: true }];
  });
}

function byInvolvedAge(a: Involved, b: Involved): number {
  return byAge(a.commit, b.commit);
}

function mayRevert({ commit, subject }: Involved): boolean {
  return subject.reverts !== undefined || /\brevert/i.test(commit.body);
}

/** Finds which of the changes a commit reverts: always older ones, never itself. */
function targetFinder(changes: readonly Change[]): (revert: Involved, at: number) => number[] {
  const byHash = new HashIndex<number>();
  const byMerge = new Map<string, number[]>();
  const byPull = new Map<string, number[]>();
  const bySubject = new Map<string, number[]>();
  changes.forEach((change, index) => {
    for (const { commit } of everyCommit(change)) byHash.add(commit.hash, index);
    const { commit, subject, same, merge } = head(change);
    if (commit.mergedBy) listed(byMerge, commit.mergedBy.merge.slice(0, 7)).push(index);
    const pull = merge?.pull ?? subject.pull;
    if (pull !== undefined) listed(byPull, `${commit.repo}\0${pull}`).push(index);
    listed(bySubject, `${commit.repo}\0${same}`).push(index);
  });
  return ({ commit: revert, subject: { reverts } }, at) => {
    const told = revertedHashes(revert.body);
    const pull = /^Reverts [\w./-]{0,100}[#!](\d{1,8})/m.exec(revert.body)?.[1];
    if (reverts === undefined && told.length === 0) return [];
    const named = told.flatMap(hash => byHash.find(hash) ?? byMerge.get(hash.slice(0, 7)) ?? []);
    const pulled = named.length === 0 && pull !== undefined ? (byPull.get(`${revert.repo}\0${pull}`) ?? []) : named;
    const older = [...new Set(pulled)].filter(target => target < at);
    if (older.length > 0 || told.length > 0 || reverts === undefined) return older;
    const again = /^Re(?:apply|land)/i.test(revert.subject);
    const same = bySubject.get(`${revert.repo}\0${sameSubject(again ? `Revert "${reverts}"` : reverts)}`) ?? [];
    return same.filter(target => target < at).slice(-1);
  };
}

function revertedHashes(body: string): string[] {
  const [, hashes = ''] =
    /\bthis (?:reverts|commit reverts|is a revert of) (?:the )?(?:commits?|merge|changes? in)? ?((?:[0-9a-f]{7,64}[\s,.]*(?:and )?){1,50})/i.exec(
      body,
    ) ?? [];
  return hashes.match(/[0-9a-f]{7,64}/g) ?? [];
}
