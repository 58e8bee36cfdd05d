import { extensions, Uri, type Event } from 'vscode';
import type { Disposable } from '../../app/ports.ts';

/** What is used of the built-in git extension's API, version 1. History is read elsewhere. */
interface GitApi {
  readonly repositories: readonly Repository[];
  openRepository(root: Uri): Promise<Repository | null>;
  readonly onDidOpenRepository: Event<Repository>;
}
/** A repository as the editor's own git knows it: with the person's credentials, and her configuration. */
export interface Repository {
  readonly rootUri: Uri;
  readonly state: { readonly onDidChange: Event<void> };
  fetch(options: { readonly remote: string; readonly ref: string }): Promise<void>;
  push(remote: string, refspec: string, setUpstream: boolean): Promise<void>;
  merge(ref: string): Promise<void>;
  rebase(ref: string): Promise<void>;
}
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The editor's own git for the repository around a folder; undefined where it is switched off, or does not know it. */
export async function repositoryAround(folder: string): Promise<Repository | undefined> {
  const exported = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
  if (exported?.enabled !== true) return undefined;
  return (await exported.getAPI(1).openRepository(Uri.file(folder))) ?? undefined;
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
