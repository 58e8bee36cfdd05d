import type { CommitGraph } from './commitGraph.ts';

/** Where a commit stands: what brought it into the line it is on, and the topic branch it has not left yet. */
export interface Place {
  /** Some branch leads to it. */
  readonly isReached: boolean;
  /** Number of the merge in the graph. */
  readonly merge?: number;
  readonly branch?: string;
}

export interface Lines {
  /** Newest commits of the main line, the remote's first. */
  readonly main: readonly string[];
  /** Newest commits of all branches. */
  readonly tips: readonly { readonly branch?: string; readonly isRemote: boolean; readonly hash: string }[];
  /** Whether a merge is one of a pull request: what it brought stays its own when a bigger merge brings it further. */
  isPull(merge: number): boolean;
}

interface Claim {
  readonly start: number;
  readonly merge: number;
  readonly branch: number;
}

const nobody = -1;
const mainLine = -2;

/** Finds the place of every commit of the graph in one pass over it, however many branches there are. */
export function placeCommits(graph: CommitGraph, lines: Lines): (commit: number) => Place {
  const merges = new Int32Array(graph.size).fill(nobody);
  const branches = new Int32Array(graph.size).fill(nobody);
  const taken = new Uint8Array(graph.size);

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
        const owner = merge === mainLine || lines.isPull(commit) ? commit : merge;
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
    const branch = lines.tips[branches[commit] ?? nobody]?.branch;
    return { isReached: taken[commit] === 1, ...(merge >= 0 && { merge }), ...(branch !== undefined && { branch }) };
  };
}
