import type { Commit } from './commit.ts';
import { type Change, type Involved, everyCommit, head, sameSubject, sideOf } from './change.ts';
import { HashIndex } from './hashIndex.ts';
import { listed } from '../listed.ts';
import { Sets } from './sets.ts';

/**
 * What a squash merge or an autosquash made one, counted once: the squash stands, the commits it was made of are folded into
 * it, and fix-ups into what they mend.
 */
export function withoutSquashed(changes: readonly Change[]): Change[] {
  const into = new Map<number, number>();
  const fold = (what: number, target: number | undefined) => {
    if (target !== undefined && target !== what && !into.has(what) && !leadsTo(into, target, what))
      into.set(what, target);
  };
  foldListed(changes, fold);
  foldSameResult(changes, fold);
  foldFixups(changes, fold);
  return foldedInto(changes, into);
}

type Fold = (what: number, into: number | undefined) => void;

function leadsTo(into: ReadonlyMap<number, number>, from: number, to: number): boolean {
  for (let at: number | undefined = from; at !== undefined; at = into.get(at)) if (at === to) return true;
  return false;
}

function foldedInto(changes: readonly Change[], into: ReadonlyMap<number, number>): Change[] {
  const sets = new Sets(changes.length);
  for (const [what, target] of into) sets.join(what, target);
  return sets.all().map(set => {
    const [root = 0] = set.filter(index => !into.has(index));
    const folded = set.flatMap(index => (index === root ? [] : changes[index] ? everyCommit(changes[index]) : []));
    const { commits = [], folded: before = [], tookBack = false } = changes[root] ?? {};
    return { commits, folded: [...before, ...folded], tookBack };
  });
}

/** By what a squash says of itself: the subjects or hashes in its body, or the one subject it took over. */
function foldListed(changes: readonly Change[], fold: Fold): void {
  const byHash = new HashIndex<number>();
  const bySubject = new Map<string, number[]>();
  changes.forEach((change, index) => {
    for (const { commit } of everyCommit(change)) byHash.add(commit.hash, index);
    const { commit } = head(change);
    if (commit.branch !== undefined) listed(bySubject, known(change, head(change).same)).push(index);
  });
  changes.forEach((change, index) => {
    const { commit } = head(change);
    for (const hash of squashedHashes(commit)) {
      const part = byHash.find(hash);
      if (part !== undefined) fold(part, index);
    }
    for (const subject of bySubject.size === 0 ? [] : squashedSubjects(head(change))) {
      for (const part of bySubject.get(known(change, subject)) ?? []) {
        const other = changes[part];
        if (other && isBefore(head(other).commit, commit)) fold(part, index);
      }
    }
  });
}

/** On a branch of its own, and there when the squash was made. */
function isBefore(part: Commit, squash: Commit): boolean {
  return part.branch !== undefined && part.branch !== squash.branch && part.authored <= squash.committed;
}

function squashedHashes({ subject, body }: Commit): string[] {
  if (!body.includes('commit')) return [];
  if (!/squash(?:ed)? commit of the following|this is a combination of \d+ commits/i.test(`${subject}\n${body}`))
    return [];
  return [...body.matchAll(/^\s*commit ([0-9a-f]{7,64})\b/gm)].flatMap(([, hash]) => hash ?? []);
}

function squashedSubjects({ commit: { body, branch }, subject, same }: Involved): string[] {
  const subjects = [...body.matchAll(/^[ \t]*[*-] +(\S.{0,500})$/gm)].map(([, text = '']) => sameSubject(text));
  if (branch === undefined && subject.pull !== undefined) subjects.push(same);
  return subjects;
}

/** By what came of it: a commit on the main line that changes each file by as many lines as a whole branch before it. */
function foldSameResult(changes: readonly Change[], fold: Fold): void {
  const branches = new Map<string, number[]>();
  changes.forEach((change, index) => {
    const { commit } = head(change);
    if (commit.branch !== undefined) listed(branches, known(change, commit.branch)).push(index);
  });
  const byResult = new Map<string, number[]>();
  for (const branch of branches.values()) {
    const result = resultOf(branch.flatMap(index => headsOf(changes[index])));
    if (result !== undefined) byResult.set(result, branch);
  }
  const extents = new Set(
    [...branches.values()].map(branch => growthOf(branch.flatMap(index => headsOf(changes[index])))),
  );
  if (byResult.size === 0) return;
  changes.forEach((change, index) => {
    const squash = head(change);
    if (squash.commit.branch !== undefined || !extents.has(growthOf([squash]))) return;
    const result = resultOf([squash]);
    const branch = result === undefined ? undefined : byResult.get(result);
    // one commit alone is known by its patch; a pull request's number says that it was squashed
    if (branch?.length === 1 && squash.subject.pull === undefined) return;
    if (!branch?.every(part => changes[part] && isBefore(head(changes[part]).commit, squash.commit))) return;
    for (const part of branch) fold(part, index);
  });
}

function headsOf(change: Change | undefined): readonly Involved[] {
  return change ? [head(change)] : [];
}

/** By how many lines all files grew together: the same for the same result, and soon told. */
function growthOf(parts: readonly Involved[]): number {
  let lines = 0;
  for (const { commit } of parts) for (const { added = 0, deleted = 0 } of commit.files) lines += added - deleted;
  return lines;
}

/** By how many lines each file grew or shrank; undefined where that is too little to know a change by. */
function resultOf(parts: readonly Involved[]): string | undefined {
  const grown = new Map<string, number>();
  for (const { commit } of parts) {
    for (const { path, added, deleted } of commit.files) {
      if (added === undefined || deleted === undefined) return undefined;
      grown.set(path, (grown.get(path) ?? 0) + added - deleted);
    }
  }
  const told = [...grown].filter(([, lines]) => lines !== 0);
  const lines = told.reduce((sum, [, each]) => sum + Math.abs(each), 0);
  const [first] = parts;
  if (first === undefined || lines < 5) return undefined;
  return [first.commit.repo, sideOf(first), ...told.map(([path, each]) => `${path}\0${each}`).sort()].join('\0');
}

function foldFixups(changes: readonly Change[], fold: Fold): void {
  if (!changes.some(change => head(change).subject.fixes !== undefined)) return;
  const bySubject = new Map<string, number>();
  const byHash = new HashIndex<number>();
  changes.forEach((change, index) => {
    const { commit } = head(change);
    byHash.add(commit.hash, index);
    const { fixes } = head(change).subject;
    if (fixes === undefined) bySubject.set(known(change, head(change).same), index);
    else {
      const target = fixes.replace(/^(?:(?:fixup|squash|amend)! ?)+/, '');
      const mended = bySubject.get(known(change, sameSubject(target)));
      fold(index, mended ?? (/^[0-9a-f]{7,64}$/.test(target) ? byHash.find(target) : undefined));
    }
  });
}

/** A key for what is hers, or else one other author's, in one repository. */
function known(change: Change, name: string): string {
  return `${head(change).commit.repo}\0${sideOf(head(change))}\0${name}`;
}
