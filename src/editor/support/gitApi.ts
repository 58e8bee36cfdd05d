import { extensions, type Event, type Uri } from 'vscode';
import type { Disposable } from '../../app/ports.ts';

/** What is used of the built-in git extension's API, version 1. It only says *that* something changed; history is read elsewhere. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  readonly onDidCloseRepository: Event<Repository>;
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
 * Calls back with a repository's top level after its state changed: a commit, a pull, another branch. It waits for the git
 * extension to start by itself and says nothing where there is none, as in Restricted Mode.
 */
export function onRepositoryChange(listener: (root: string) => void): Disposable {
  const owned: Disposable[] = [];
  const follow = (repository: Repository) => {
    owned.push(
      repository.state.onDidChange(() => {
        listener(repository.rootUri.fsPath);
      }),
    );
  };
  const start = () => {
    const git = extensions.getExtension<GitExtension>('vscode.git');
    if (!git?.isActive || !git.exports.enabled) return false;
    const api = git.exports.getAPI(1);
    api.repositories.forEach(follow);
    owned.push(
      api.onDidOpenRepository(repository => {
        follow(repository);
        listener(repository.rootUri.fsPath);
      }),
    );
    return true;
  };
  if (!start()) {
    const timer = setInterval(() => {
      if (start()) clearInterval(timer);
    }, 2000);
    owned.push({
      dispose: () => {
        clearInterval(timer);
      },
    });
  }
  return {
    dispose: () => {
      for (const each of owned) each.dispose();
    },
  };
}
