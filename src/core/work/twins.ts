import { compareText } from '../note/compareText.ts';
import type { Commit } from './commit.ts';
import { type Change, type Involved, byAge, sameSubject } from './change.ts';
import { HashIndex } from './hashIndex.ts';
import { plainText } from './plainText.ts';
import { listed } from '../listed.ts';
import { Sets } from './sets.ts';

/**
 * Copies of one change found and made one: rebased, cherry-picked, amended, the same on several branches or in a fork.
 * The one on the main line stands, else the one committed last.
 *
 * @param patchIds of the commits that {@link suspects} names; without it only sure copies are found.
 */
export function withoutTwins(involved: readonly Involved[], patchIds: ReadonlyMap<string, string>): Change[] {
  const sets = new Sets(involved.length);
  joinSureTwins(involved, sets);
  joinSamePatches(involved, patchIds, sets);
  joinCherryPicks(involved, sets);
  return sets.all().map(set => {
    const copies = set.flatMap(index => involved[index] ?? []);
    const [standing, ...folded] = copies.toSorted(byStanding);
    return { commits: standing ? [standing] : [], folded, tookBack: false };
  });
}

/**
 * The hashes whose patch-ids decide whether two commits are one change: the same moment under another subject, or the same subject
 * at another moment, and as many lines in the same files. Few, as patch-ids are dear.
 */
export function suspects(commits: readonly Commit[]): string[] {
  const buckets = new Map<string | number, Commit[]>();
  for (const commit of commits) {
    if (commit.files.length === 0) continue;
    listed(buckets, commit.authored).push(commit);
    listed(buckets, sameSubject(commit.subject)).push(commit);
  }
  const found = new Set<string>();
  for (const bucket of buckets.values()) {
    if (bucket.length === 1) continue;
    const byExtent = new Map<string, Commit[]>();
    for (const commit of bucket) listed(byExtent, extentOf(commit)).push(commit);
    for (const alike of byExtent.values()) {
      const [first] = alike;
      if (first === undefined || alike.every(other => isSureTwin(first, other))) continue;
      for (const { hash } of alike) found.add(hash);
    }
  }
  return [...found].sort(compareText);
}

function isSureTwin(a: Commit, b: Commit): boolean {
  return (
    a.hash === b.hash ||
    (a.repo === b.repo && a.authored === b.authored && plainText(a.subject) === plainText(b.subject))
  );
}

function joinSureTwins(involved: readonly Involved[], sets: Sets): void {
  const seen = new Map<string, number[]>();
  involved.forEach(({ commit, owner }, index) => {
    const keys = [key('same', commit.repo, owner, commit.authored, plainText(commit.subject))];
    const changeId = changeIdOf(commit);
    if (changeId !== undefined) keys.push(key('id', commit.repo, owner, changeId));
    for (const each of keys) {
      const before = listed(seen, each);
      // a script can make a commit and its child in one second: those are two
      const twin = before.find(other => !areRelated(commit, involved[other]?.commit));
      if (twin !== undefined) sets.join(twin, index);
      if (before.length < 50) before.push(index);
    }
  });
}

function areRelated(a: Commit, b: Commit | undefined): boolean {
  return b !== undefined && (a.parents.includes(b.hash) || b.parents.includes(a.hash));
}

function joinSamePatches(involved: readonly Involved[], patchIds: ReadonlyMap<string, string>, sets: Sets): void {
  const first = new Map<string, number>();
  involved.forEach(({ commit, owner, same }, index) => {
    const patch = commit.patchId ?? patchIds.get(commit.hash);
    if (patch === undefined) return;
    for (const each of [key(patch, owner, commit.authored), key(patch, owner, 'as', same)]) {
      const twin = first.get(each);
      if (twin === undefined) first.set(each, index);
      else sets.join(twin, index);
    }
  });
}

const pickedFrom = /\(cherry[ -]picked from commit ([0-9a-f]{7,64})\)/g;

function joinCherryPicks(involved: readonly Involved[], sets: Sets): void {
  if (!involved.some(({ commit }) => commit.body.includes('icked from commit'))) return;
  const index = new HashIndex<number>();
  involved.forEach(({ commit }, at) => {
    index.add(commit.hash, at);
  });
  involved.forEach(({ commit, owner }, at) => {
    for (const [, hash = ''] of commit.body.matchAll(pickedFrom)) {
      const origin = index.find(hash);
      if (origin !== undefined && involved[origin]?.owner === owner) sets.join(origin, at);
    }
  });
}

function changeIdOf({ trailers, body }: Commit): string | undefined {
  const trailer = trailers.find(each => each.key === 'change-id')?.value;
  return trailer ?? /^Change-Id: (I[0-9a-f]{8,40})$/m.exec(body)?.[1];
}

/** Who stands for the copies: on the main line, not picked from elsewhere, committed last. */
function byStanding(a: Involved, b: Involved): number {
  return rank(a) - rank(b) || b.commit.committed - a.commit.committed || byAge(a.commit, b.commit);
}

function rank({ commit, part }: Involved): number {
  const elsewhere = commit.branch === undefined ? 0 : 4;
  const picked = commit.body.includes('(cherry picked from commit ') ? 2 : 0;
  return elsewhere + picked + (part === 'reviewer' ? 1 : 0);
}

/** Equal for equal patches; tells most others apart. */
function extentOf({ files }: Commit): string {
  let added = 0;
  let deleted = 0;
  for (const file of files) {
    added += file.added ?? 0;
    deleted += file.deleted ?? 0;
  }
  return key(files.length, added, deleted, files[0]?.path ?? '', files.at(-1)?.path ?? '');
}

function key(...parts: readonly (string | number)[]): string {
  return parts.join('\0');
}
