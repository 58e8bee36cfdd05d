import type { Commit } from '../../src/core/work/commit.ts';
import { readMerge } from '../../src/core/work/mergeSubject.ts';

/** How a commit came in. */
export interface Topic {
  /** It came in by a merge of a long-lived branch, which brings many topics. */
  readonly isLongLived?: boolean;
  /** The commit itself names its pull request. */
  readonly isPull?: boolean;
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
    const isLongLived = left.length > 0 && (readMerge(merge.subject)?.broad ?? true);
    for (let hash = left.pop(); hash !== undefined; hash = left.pop()) {
      const commit = byHash.get(hash);
      if (commit === undefined || seen.has(hash)) continue;
      seen.add(hash);
      if (commit.parents.length < 2) topics.set(hash, { id: merge.hash, merge, ...(isLongLived && { isLongLived }) });
      left.push(...commit.parents);
    }
  }
  for (const { hash, subject, body, parents } of commits) {
    const [, number] = pullTrailer.exec(body) ?? pullAtEnd.exec(subject) ?? [];
    if (number !== undefined && parents.length < 2)
      topics.set(hash, { ...topics.get(hash), isLongLived: false, isPull: true, id: `pull ${number}` });
  }
  return topics;
}

/** The commit as one of a flat list: nothing in it says how it came in. */
export function flat(commit: Commit): Commit {
  const { mergedBy: _, branch: __, ...bare } = commit;
  const subject = commit.subject.replace(pullAtEnd, '').replace(anyNumber, '').trim();
  return { ...bare, parents: [], subject, body: withoutTrailers(commit.body).replace(anyNumber, ''), trailers: [] };
}

/** The message without its last paragraph, where every line of that is a trailer. */
function withoutTrailers(body: string): string {
  const paragraphs = body.trimEnd().split(/\n[ \t]*\n/);
  const isTrailers = (paragraphs.at(-1) ?? '').split('\n').every(line => /^(?:[\w-]+:\s|\s|$)/.test(line));
  return isTrailers ? paragraphs.slice(0, -1).join('\n\n') : body;
}
