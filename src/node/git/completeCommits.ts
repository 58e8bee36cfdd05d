import type { Commit } from '../../core/work/commit.ts';
import { isPull, type Place } from './branches.ts';
import { readDetails, type CommitDetail, type Depth } from './diffTree.ts';
import type { Remembered } from './historyCache.ts';
import type { Mailmap } from './mailmap.ts';
import { mapTrailers } from './mapTrailers.ts';
import { capped } from './nulFields.ts';
import { noticeOf, type Reading } from './reading.ts';
import type { Walked } from './walk.ts';

export interface Walking extends Reading {
  readonly mailmap: Mailmap | undefined;
  readonly walked: Walked;
  readonly place: (commit: number) => Place;
}

type Details = ReadonlyMap<string, CommitDetail>;

/** Makes whole commits of what a walk found: adds what only the chosen ones are asked for. Oldest first. */
export async function completeCommits(
  walking: Walking,
  before: Details,
): Promise<Pick<Remembered, 'details' | 'commits'>> {
  const { git, view, mailmap, query, walked, place, until } = walking;
  // With an upper bound the branches' tips are not in the graph, so nothing in it can be told to be lost.
  const chosen = [...walked.candidates.values()].flatMap(candidate => {
    const where = place(walked.graph.find(candidate.hash));
    return until !== undefined || where.isReached
      ? [{ candidate, ...where, merged: walked.merges.get(where.merge ?? -1) }]
      : [];
  });
  const merges = new Set(chosen.flatMap(({ merged }) => merged?.hash ?? []));
  const asked = [...chosen.map(({ candidate }) => candidate.hash), ...merges];
  const [details, trailers] = await Promise.all([
    detailsOf(walking, before, asked),
    mapTrailers(
      git,
      view,
      mailmap,
      chosen.map(({ candidate }) => candidate),
      query,
    ),
  ]);
  const commits = chosen.map(({ candidate, merged, branch }, at): Commit => {
    const detail = details.get(candidate.hash);
    const title = titleOf(merged?.subject ?? '', details.get(merged?.hash ?? '')?.body ?? '');
    return {
      ...candidate,
      repo: view.repository.name,
      trailers: trailers[at] ?? candidate.trailers,
      body: detail?.body ?? '',
      files: detail?.files ?? [],
      ...(merged && { mergedBy: { merge: merged.hash, subject: merged.subject, ...(title !== '' && { title }) } }),
      ...(branch !== undefined && { branch }),
    };
  });
  commits.sort((a, b) => a.authored - b.authored || a.committed - b.committed || (a.hash < b.hash ? -1 : 1));
  return { details, commits };
}

/** A forge writes the title of the pull request into the body's first line; by hand one writes a paragraph. */
function titleOf(subject: string, body: string): string {
  const [first = ''] = body.trimStart().split(isPull(subject) ? /\r?\n/ : /\r?\n[^\S\n]*\r?\n/, 1);
  if (/^(?:\*|#|Conflicts:)/.test(first)) return ''; // git's own lists
  return capped(first.replace(/\s+/g, ' ').trim(), 240);
}

/** As deep as the clone allows: line counts want contents, names want trees. Nothing is fetched for them. */
async function detailsOf(
  { git, view, query, notices }: Reading,
  before: Details,
  hashes: readonly string[],
): Promise<Details> {
  const repo = view.repository.name;
  const asked = hashes.filter(hash => !before.has(hash));
  if (asked.length === 0) return before;
  const { isPartial } = view.repository;
  const depths: readonly Depth[] = isPartial ? ['names', 'messages'] : ['figures', 'names', 'messages'];
  for (const depth of depths) {
    try {
      const read = await readDetails(git, view, asked, { depth, signal: query.signal });
      if (isPartial) notices.push({ repo, code: depth === 'names' ? 'blobless' : 'treeless' });
      else if (depth !== 'figures') notices.push({ repo, code: 'unreadable' });
      if ([...read.values()].some(({ isCut }) => isCut)) notices.push({ repo, code: 'cut' });
      return new Map([...before, ...read]);
    } catch (error) {
      if (noticeOf(view, error, query.signal).code === 'cut') break;
    }
  }
  notices.push({ repo, code: 'cut' });
  return before;
}
