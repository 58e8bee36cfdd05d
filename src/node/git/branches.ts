import { readMerge } from '../../core/work/mergeSubject.ts';
import type { CommitGraph } from './commitGraph.ts';

/** Where a commit stands: what brought it into the line it is on, and the topic branch it has not left yet. */
export interface Place {
  /** Some branch leads to it. */
  readonly isReached: boolean;
  /** Number of the merge in the graph. */
  readonly merge?: number;
  /** Absent on the main line. */
  readonly branch?: string;
  /** It was made on the main line itself. */
  readonly isDirect?: boolean;
}

export interface Lines {
  /** Newest commits of the main line, the remote's first. */
  readonly main: readonly string[];
  /** Newest commits of all branches. */
  readonly tips: readonly { readonly branch?: string; readonly isRemote: boolean; readonly hash: string }[];
  /** The merge's subject. */
  subjectOf(merge: number): string;
}

interface Claim {
  readonly start: number;
  readonly merge: number;
  readonly branch: number;
}

/** Merges of pull requests as forges title them; GitLab's has both branches in quotes. */
const pullPattern =
  /^Merged? (?:pull request|PR) #?\d+|^Merged in .*\(pull request #\d+\)|[#!]\d+\)?$|^Merge branch '[^']+' into '[^']+'/;

/** Whether a merge is one of a pull request: what it brought stays its own when a bigger merge brings it further. */
export function isPull(subject: string): boolean {
  return pullPattern.test(subject);
}

/** `outbox` for "Merge branch 'outbox' into next"; undefined where a merge names no branch. */
function mergedBranch(subject: string): string | undefined {
  const name = /^Merge (?:(?:remote-tracking )?branch|branches) '(?:origin\/)?([^']+)'/.exec(subject)?.[1];
  return name ?? /^Merge pull request #\d+ from [^/\s]+\/(\S+)$/.exec(subject)?.[1];
}

const nobody = -1;
const mainLine = -2;

/** Tells of a merge on the main line whether it brought a long-lived branch: no topic itself, but what was merged there is one each. */
function opener(lines: Lines): (merge: number) => boolean {
  const opened = new Map<number, boolean>();
  return merge => {
    if (merge < 0) return false;
    const isOpened = opened.get(merge) ?? readMerge(lines.subjectOf(merge))?.broad ?? true;
    opened.set(merge, isOpened);
    return isOpened;
  };
}

/** Finds the place of every commit of the graph in one pass over it, however many branches there are. */
export function placeCommits(graph: CommitGraph, lines: Lines): (commit: number) => Place {
  const merges = new Int32Array(graph.size).fill(nobody);
  const branches = new Int32Array(graph.size).fill(nobody);
  const taken = new Uint8Array(graph.size);

  const keepsItsOwn = (commit: number, branch: number) => {
    const subject = lines.subjectOf(commit);
    return isPull(subject) || (branch !== nobody && mergedBranch(subject) !== undefined);
  };
  const isOpened = opener(lines);
  /** First parents belong to the line; what its merges brought goes to them, the oldest merge first. */
  const claim = (first: Claim) => {
    const open = [first];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { start, merge, branch } = next;
      for (let commit = start; commit >= 0 && taken[commit] === 0; commit = graph.firstParent(commit)) {
        taken[commit] = 1;
        merges[commit] = merge;
        branches[commit] = branch;
        const others = graph.otherParents(commit);
        if (others.length === 0) continue;
        const isOwn = merge === mainLine || keepsItsOwn(commit, branch) || isOpened(merge);
        const owner = isOwn ? commit : merge;
        for (const other of others) open.push({ start: other, merge: owner, branch });
      }
    }
  };

  for (const hash of lines.main) claim({ start: graph.find(hash), merge: mainLine, branch: nobody });
  const topics = lines.tips
    .map((tip, at) => ({ at, isRemote: tip.isRemote, start: graph.find(tip.hash) }))
    .filter(({ start }) => start >= 0 && taken[start] === 0)
    // A branch that others were built on has the older tip: it takes its own before they can.
    .sort((a, b) => graph.committed(a.start) - graph.committed(b.start) || Number(a.isRemote) - Number(b.isRemote));
  for (const { start, at } of topics) claim({ start, merge: nobody, branch: at });

  return commit => {
    const merge = merges[commit] ?? nobody;
    const isReached = taken[commit] === 1;
    const tip = lines.tips[branches[commit] ?? nobody]?.branch;
    if (tip === undefined)
      return { isReached, ...(merge >= 0 && { merge }), ...(merge === mainLine && { isDirect: true }) };
    const subject = merge >= 0 ? lines.subjectOf(merge) : '';
    const branch = mergedBranch(subject) ?? tip; // what an integration branch collects are topics still
    return { isReached, branch, ...(isPull(subject) && { merge }) };
  };
}
