import type { Commit, MergedBy } from '../../core/work/commit.ts';
import type { Place } from './branches.ts';
import { readDetails, type CommitDetail, type Depth } from './diffTree.ts';
import type { Remembered } from './historyCache.ts';
import type { Mailmap } from './mailmap.ts';
import { mapTrailers } from './mapTrailers.ts';
import { noticeOf, type Reading } from './reading.ts';
import { namesOneOf } from './trailers.ts';
import type { Merge, Walked } from './walk.ts';

export interface Walking extends Reading {
  readonly mailmap: Mailmap | undefined;
  readonly aliases: ReadonlyMap<string, string>;
  readonly walked: Walked;
  readonly place: (commit: number) => Place;
}

type Details = ReadonlyMap<string, CommitDetail>;

/** Makes whole commits of what a walk found: adds what only the chosen ones are asked for. Oldest first. */
export async function completeCommits(
  walking: Walking,
  before: Details,
): Promise<Pick<Remembered, 'details' | 'commits'>> {
  const { git, view, mailmap, aliases, query, walked, place, until } = walking;
  // With an upper bound the branches' tips are not in the graph, so nothing in it can be told to be lost.
  const chosen = [...walked.candidates.values()].flatMap(candidate => {
    const where = place(walked.graph.find(candidate.hash));
    return until !== undefined || where.isReached
      ? [{ candidate, ...where, merged: walked.merges.get(where.merge ?? -1) }]
      : [];
  });
  const asked = chosen.map(({ candidate }) => candidate.hash);
  const details = await detailsOf(walking, before, asked);
  const hers = chosen.flatMap(each => {
    const { trailers, files } = details.get(each.candidate.hash) ?? { trailers: [], files: [] };
    return each.candidate.isAuthor || namesOneOf(trailers, aliases) ? [{ ...each, trailers, files }] : [];
  });
  const trailers = await mapTrailers(git, view, mailmap, hers, query);
  const commits = hers.map(
    ({ candidate: { isAuthor: _, ...candidate }, files, merged, branch, isDirect }, at): Commit => ({
      ...candidate,
      repo: view.repository.name,
      trailers: trailers[at] ?? [],
      files,
      ...(merged && { mergedBy: mergedBy(merged) }),
      ...(branch !== undefined && { branch }),
      ...(isDirect && { isDirect }),
    }),
  );
  commits.sort((a, b) => a.authored - b.authored || a.committed - b.committed || (a.hash < b.hash ? -1 : 1));
  return { details, commits };
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

function mergedBy({ hash, subject, title }: Merge): MergedBy {
  return { merge: hash, subject, ...(title !== '' && { title }) };
}
