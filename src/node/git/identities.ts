import type { Ident } from '../../core/people/person.ts';
import { readConfiguration } from './configuration.ts';
import type { Git } from './gitCall.ts';
import { mapIdents, readMailmap } from './mailmap.ts';
import { readTips } from './tips.ts';
import type { View } from './view.ts';

/**
 * Who the person is to git: `user.name` and `user.email` of every repository and of the user, as written and as the
 * mailmap has them. The most local first; each once.
 */
export async function readIdentities(
  git: Git,
  views: readonly View[],
  storage: string,
  signal?: AbortSignal,
): Promise<readonly Ident[]> {
  const local = await Promise.all(
    views.map(async view => {
      const [{ identities }, tips] = await Promise.all([
        readConfiguration(git, view.repository.root, signal),
        readTips(git, view.repository, signal).catch(() => undefined),
      ]);
      const mailmap = await readMailmap(git, view, tips?.head, signal);
      return mapIdents(git, view, mailmap, identities, signal);
    }),
  );
  // The storage is in no repository: only the user's own configuration is read there.
  const own = views.length > 0 ? [] : (await readConfiguration(git, storage, signal)).identities;
  // What a repository says itself comes before what they all take from the user.
  const depth = Math.max(0, ...local.map(idents => idents.length));
  const ordered = Array.from({ length: depth }, (_, at) => local.flatMap(idents => idents[at] ?? [])).flat();
  const byEmail = new Map<string, Ident>();
  for (const ident of [...ordered, ...own]) {
    const key = ident.email.toLowerCase();
    if (!byEmail.has(key)) byEmail.set(key, ident);
  }
  return [...byEmail.values()];
}
