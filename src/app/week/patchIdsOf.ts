import type { CommitLink, WorkedOn } from '../../core/work/piece.ts';
import type { History } from '../ports.ts';

/** The patch-ids of the commits some work is told by: a line of a note is known by them after a rebase. */
export async function patchIdsOf(
  history: History | undefined,
  work: WorkedOn | undefined,
  signal?: AbortSignal,
): Promise<{ readonly patchIdOf?: (commit: CommitLink) => string | undefined }> {
  if (!history || !work) return {};
  const told = [...work.pieces, ...work.also];
  const links = [...told, ...work.reviewed]
    .flatMap(piece => [piece.oldest, ...piece.commits])
    .concat(told.flatMap(piece => piece.folded ?? []));
  const repos = new Set(links.map(({ repo }) => repo));
  const ids = await Promise.all(
    Array.from(repos, async repo => {
      const hashes = new Set(links.filter(one => one.repo === repo).map(({ hash }) => hash));
      return [repo, await history.patchIds(repo, [...hashes], signal)] as const;
    }),
  );
  const byRepo = new Map(ids);
  return { patchIdOf: ({ repo, hash }: CommitLink) => byRepo.get(repo)?.get(hash) };
}
