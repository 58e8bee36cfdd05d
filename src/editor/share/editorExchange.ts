import type { NotebookPlace } from '../../app/ports.ts';
import type { Exchange } from '../../app/share/exchange.ts';
import { SharingRefused, type SharingObstacle } from '../../app/share/noteSharing.ts';
import { whyNotPushed } from '../../core/share/whyNotPushed.ts';
import { repositoryAround } from '../support/gitApi.ts';

/** The network through the editor's own git: it knows the person's credentials, and asks for them where it does not. */
export async function editorExchange({ code, repository: top, folder }: NotebookPlace): Promise<Exchange> {
  const tree = top ?? folder;
  const repository = await repositoryAround(code ?? tree); // a notes branch shares all but its files with the code
  if (!repository) throw new SharingRefused('no-editor-git');
  return {
    fetch: (remote, branch) => heard(repository.fetch({ remote, ref: branch })),
    push: ({ remote, source, branch, isFirst }) =>
      heard(repository.push(remote, `${source}:refs/heads/${branch}`, isFirst)),
    async pull({ from, by }) {
      const checkedOut = code === undefined ? repository : await repositoryAround(tree);
      if (!checkedOut) throw new SharingRefused('no-editor-git');
      await heard(checkedOut[by](from.replace(/^refs\/remotes\//, '')));
    },
  };
}

/** Its errors carry what git said, and a code of their own where the words are known. */
async function heard(done: Promise<void>): Promise<void> {
  try {
    await done;
  } catch (error) {
    const { gitErrorCode: code = '', stdout = '', stderr = '' } = error as GitError;
    const why = /^CONFLICT /m.test(stdout) ? 'conflict' : obstacles[code];
    const trouble = whyNotPushed(stderr);
    throw new SharingRefused(why ?? trouble.why, why === undefined ? trouble.said : '', { cause: error });
  }
}

interface GitError {
  readonly gitErrorCode?: string;
  readonly stdout?: string;
  readonly stderr?: string;
}

const obstacles: Readonly<Record<string, SharingObstacle>> = {
  Conflict: 'conflict',
  StashConflict: 'conflict',
  DirtyWorkTree: 'other-changes',
  LocalChangesOverwritten: 'other-changes',
  UnmergedChanges: 'unmerged',
  AuthenticationFailed: 'no-access',
  PermissionDenied: 'no-access',
  RepositoryIsLocked: 'locked',
};
