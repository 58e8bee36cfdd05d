import { join } from 'node:path';
import type { NotebookHome } from '../app/ports.ts';
import { nodeHome, type NodeHomeOptions } from './files/nodeHome.ts';
import type { GitOptions } from './git/gitFinder.ts';

/** What a window says about where notebooks could be, and about git. */
export interface WindowHere extends Omit<NodeHomeOptions, 'rootCommit' | 'makeTree'> {
  /** Whether git may be started. */
  trusted(): boolean;
  /** The git the person set for this machine, if any. */
  gitPath(): string | undefined;
}

/** The notebooks of a window on this machine. git is asked once one is opened, and not at all in Restricted Mode. */
export function homeHere(window: WindowHere): NotebookHome {
  const options = (): GitOptions => ({
    folders: () => window.folders(),
    storage: join(window.storage, 'history'),
    gitPath: window.gitPath(),
  });
  return nodeHome({
    ...window,
    async rootCommit(repository) {
      if (!window.trusted()) return undefined;
      const { rootCommitOf } = await import('./git/rootCommit.ts');
      return rootCommitOf(repository, options());
    },
    async makeTree(request) {
      if (!window.trusted()) return false;
      const { makeNotesTree } = await import('./git/notesTree.ts');
      await makeNotesTree(request, options());
      return true;
    },
  });
}
