import { extensions, type Event, type Uri } from 'vscode';
import type { Disposable } from '../../app/ports.ts';

/** What is used of the built-in git extension's API, version 1. It only says *that* something changed; history is read elsewhere. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
}
interface Repository {
  readonly rootUri: Uri;
  readonly state: { readonly onDidChange: Event<void> };
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/**
 * Calls back with a repository's top level after its state changed: a commit, a pull, another branch. It says nothing where
 * there is no git extension, as in Restricted Mode, and begins once there is one.
 */
export function onRepositoryChange(listener: (root: string) => void): Disposable {
  const owned: Disposable[] = [];
  let isOver = false;
  const follow = ({ rootUri, state }: Repository) => {
    owned.push(
      state.onDidChange(() => {
        listener(rootUri.fsPath);
      }),
    );
  };
  const start = async () => {
    const git = extensions.getExtension<GitExtension>('vscode.git');
    if (!git) return false;
    const exported = await git.activate();
    if (isOver || !exported.enabled) return true;
    const api = exported.getAPI(1);
    api.repositories.forEach(follow);
    const opened = api.onDidOpenRepository(repository => {
      follow(repository);
      listener(repository.rootUri.fsPath);
    });
    owned.push(opened);
    return true;
  };
  void start().then(
    isThere => {
      if (isThere || isOver) return;
      const waiting = extensions.onDidChange(() => {
        if (!extensions.getExtension('vscode.git')) return;
        waiting.dispose();
        void start().catch(() => undefined);
      });
      owned.push(waiting);
    },
    () => undefined, // without its events then: files are watched all the same
  );
  return {
    dispose() {
      isOver = true;
      for (const each of owned) each.dispose();
    },
  };
}
