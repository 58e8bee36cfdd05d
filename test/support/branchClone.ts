import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NotebookHome, NotebookPlace } from '../../src/app/ports.ts';
import { nodeHome } from '../../src/node/files/nodeHome.ts';
import { makeNotesTree } from '../../src/node/git/notesTree.ts';
import { rootCommitOf } from '../../src/node/git/rootCommit.ts';
import { sharingClone, type SharingClone } from './sharingClone.ts';

/** A person in front of a clone, and where her notes can be. */
export interface ClonedCode {
  readonly code: string;
  readonly home: NotebookHome;
  /** The notes branch of this clone, as a place. */
  branch(): Promise<NotebookPlace>;
  /** Settles on the notes branch, and shares from there. */
  settled(): Promise<SharingClone>;
}

export interface ClonedCodeOptions {
  readonly code: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly handle: string;
  readonly isRestricted?: boolean;
  readonly notesBranch?: string;
}

/** Everything of a person on this machine lies in a home of her own, as on a machine of her own. */
export function clonedCode({ code, environment, handle, ...more }: ClonedCodeOptions): ClonedCode {
  const own = join(environment['HOME'] ?? '', `home of ${handle}`);
  mkdirSync(own, { recursive: true });
  const options = { folders: () => [code], storage: join(own, 'storage'), environment };
  const isTrusted = more.isRestricted !== true;
  const home = nodeHome({
    folders: () => [code],
    notesFolder: () => 'notes',
    notesBranch: () => more.notesBranch ?? '',
    storage: options.storage,
    home: own,
    rootCommit: async top => (isTrusted ? rootCommitOf(top, options) : undefined),
    makeTree: async request => {
      if (isTrusted) await makeNotesTree(request, options);
      return isTrusted;
    },
  });
  const branch = async () => {
    const all = [...(await home.found()), ...(await home.choices()), ...(await home.elsewhere(nowhere))];
    const found = all.find(({ kind }) => kind === 'branch');
    if (found === undefined) throw new Error('there is no notes branch to be had');
    return found;
  };
  return {
    code,
    home,
    branch,
    async settled() {
      const place = await branch();
      await home.settle(place);
      return sharingClone({ root: place.folder, environment, handle, notes: '.', isOwnBranch: true });
    },
  };
}

const nowhere: NotebookPlace = { kind: 'own', folder: '/nowhere', label: 'nowhere', exists: false };
