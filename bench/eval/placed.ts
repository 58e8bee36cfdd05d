import type { Commit } from '../../src/core/work/commit.ts';
import { placeCommits } from '../../src/node/git/branches.ts';
import { CommitGraph } from '../../src/node/git/commitGraph.ts';

/**
 * Each commit with what the graph tells of it, as the product finds that in a clone: which merge brought it in.
 *
 * @param commits each after its parents, the last one being HEAD
 */
export function placed(commits: readonly Commit[]): (commit: Commit) => Commit {
  const graph = new CommitGraph();
  for (const { hash, parents, committed } of commits) graph.add(hash, parents.join(' '), committed);
  const place = placeCommits(graph, {
    main: commits.slice(-1).map(({ hash }) => hash),
    tips: [],
    subjectOf: merge => commits[merge]?.subject ?? '',
  });
  return commit => {
    const { merge: at, isDirect = false } = place(graph.find(commit.hash));
    const merge = commits[at ?? -1];
    if (merge === undefined) return { ...commit, ...(isDirect && { isDirect }) };
    return { ...commit, mergedBy: { merge: merge.hash, subject: merge.subject } };
  };
}
