import type { Commit } from '../../src/core/work/commit.ts';

/** How a commit came in. */
export interface Topic {
  /** The same for all commits that came in together. */
  readonly id: string;
  /** The merge that brought it in, where it was one. */
  readonly merge?: Commit;
}

const pullTrailer = /^(?:PR-URL|Part-of|Pull[ -]Request(?:[ -]URL)?):\s*<?\S*?(?:\/|[#!])(\d{1,8})>?\s*$/im;
const pullAtEnd = /\((?:#|!|gh-)(\d{1,8})\)\s*$/;
const anyNumber = /(?:#|!|gh-)\d+/g;

/**
 * The truth that people left behind: the topic branch a commit came in by (the second-parent side of a merge on the first-parent
 * line), or its pull request (a trailer, or the number at the end of a subject). Commits of neither are left out.
 *
 * @param commits each after its parents, the last one being HEAD
 */
export function topicsOf(commits: readonly Commit[]): ReadonlyMap<string, Topic> {
  const byHash = new Map(commits.map(commit => [commit.hash, commit]));
  const mainLine: Commit[] = [];
  for (let at = commits.at(-1); at !== undefined; at = byHash.get(at.parents[0] ?? '')) mainLine.push(at);
  const topics = new Map<string, Topic>();
  const seen = new Set(mainLine.map(({ hash }) => hash));
  for (const merge of mainLine.toReversed()) {
    const left = merge.parents.slice(1);
    for (let hash = left.pop(); hash !== undefined; hash = left.pop()) {
      const commit = byHash.get(hash);
      if (commit === undefined || seen.has(hash)) continue;
      seen.add(hash);
      if (commit.parents.length < 2) topics.set(hash, { id: merge.hash, merge });
      left.push(...commit.parents);
    }
  }
  for (const { hash, subject, body, parents } of commits) {
    const [, number] = pullTrailer.exec(body) ?? pullAtEnd.exec(subject) ?? [];
    if (number !== undefined && parents.length < 2) topics.set(hash, { ...topics.get(hash), id: `pull ${number}` });
  }
  return topics;
}

/** The commit as one of a flat list: nothing in it says how it came in. */
export function flat(commit: Commit): Commit {
  const { mergedBy: _, branch: __, ...bare } = commit;
  const subject = commit.subject.replace(pullAtEnd, '').replace(anyNumber, '').trim();
  return { ...bare, parents: [], subject, body: withoutTrailers(commit.body).replace(anyNumber, ''), trailers: [] };
}

/** The commit with what the graph tells of it, as the product reads it from a clone. */
export function withGraph(commit: Commit, topics: ReadonlyMap<string, Topic>): Commit {
  const merge = topics.get(commit.hash)?.merge;
  if (merge === undefined) return commit;
  const title = merge.body.split('\n').find(line => line.trim() !== '');
  const told = {
    merge: merge.hash,
    subject: merge.subject,
    ...(title !== undefined && { title: title.slice(0, 240) }),
  };
  return { ...commit, mergedBy: told };
}

/** The message without its last paragraph, where every line of that is a trailer. */
function withoutTrailers(body: string): string {
  const paragraphs = body.trimEnd().split(/\n[ \t]*\n/);
  const isTrailers = (paragraphs.at(-1) ?? '').split('\n').every(line => /^(?:[\w-]+:\s|\s|$)/.test(line));
  return isTrailers ? paragraphs.slice(0, -1).join('\n\n') : body;
}
