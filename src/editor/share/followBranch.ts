import { catchUp } from '../../app/share/catchUp.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';

/** How long a repository must be quiet: one fetch is many events. */
const quiet = 500;

/**
 * Nobody pulls a branch that is checked out nowhere she looks. So where her own fetch or pull of the code brought what others
 * shared, the notes follow.
 */
export function followBranch(outloud: OutLoud, notebook: Notebook): Disposable {
  const { code } = notebook.place;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const follow = () => {
    running = running.then(async () => {
      const sharing = await outloud.sharing(notebook);
      if (sharing && (await catchUp(sharing))) notebook.shared.changed();
    });
    running = running.catch(() => undefined); // with her next share then
  };
  const soon = (root: string) => {
    if (root !== code) return;
    clearTimeout(timer);
    timer = setTimeout(follow, quiet);
  };
  if (code !== undefined) soon(code);
  return together([
    onRepositoryChange(soon),
    {
      dispose: () => {
        clearTimeout(timer);
      },
    },
  ]);
}
