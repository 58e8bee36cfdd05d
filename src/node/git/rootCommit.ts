import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { Git } from './gitCall.ts';
import { GitFinder, type GitOptions } from './gitFinder.ts';
import { gatherRepositories, locate, type Repository } from './repository.ts';
import { isHash, readTips } from './tips.ts';
import { openView, settle, type View } from './view.ts';

export interface RootCommitOptions extends GitOptions {
  /** How many milliseconds anybody waits for an answer that was never found before. Default 2000. */
  readonly patience?: number;
}

/**
 * The commit a repository's main line began with: the same in every clone, however branches move, and whatever other
 * histories are merged in. It is what a notebook's private folder is named by.
 *
 * Undefined where nothing was committed, in no repository, without git, and in a shallow clone: the edge of that is
 * another commit after each fetch, and the private notes would seem gone each time. Private notes are then filed by the
 * folder's place, and move to the commit's folder once the clone is deepened.
 *
 * A long history takes seconds to be walked to its root. Then this time the answer is undefined too; the walk goes on,
 * and the next time the root is known.
 */
export async function rootCommitOf(repository: string, options: RootCommitOptions): Promise<string | undefined> {
  const git = await new GitFinder(options).find();
  if (!(git instanceof Git)) return undefined;
  const located = await locate(git, repository);
  if (located === undefined || 'code' in located || located.isShallow) return undefined;
  const [found] = gatherRepositories([located]);
  if (found === undefined) return undefined;
  const view = openView(options.storage, found);
  const remembered = join(view.folder, 'root-commit');
  const known = (await readFile(remembered, 'utf8').catch(() => '')).trim();
  if (isHash(known) && (await isThere(git, view, known))) return known;
  const looking = findRoot(git, view, found).then(root => {
    if (root !== undefined) settle(remembered, `${root}\n`);
    return root;
  });
  looking.catch(() => undefined);
  return Promise.race([looking, pause(options.patience ?? 2000, undefined, { ref: false })]);
}

/** Another repository may have come to the same place. */
async function isThere(git: Git, view: View, hash: string): Promise<boolean> {
  const answer = await git.text(view.call(['cat-file', '--batch-check'], { input: `${hash}\n` }));
  return answer.startsWith(`${hash} commit `);
}

async function findRoot(git: Git, view: View, repository: Repository): Promise<string | undefined> {
  const { main, head } = await readTips(git, repository);
  const from = main[0] ?? head;
  if (from === undefined) return undefined;
  const args = ['rev-list', '--first-parent', '--max-parents=0', '--max-count=1', '--stdin'];
  const call = view.call(args, { input: `${from}\n`, timeout: 120_000, silence: 120_000 });
  const root = (await git.text(call)).trim();
  return isHash(root) ? root : undefined;
}
