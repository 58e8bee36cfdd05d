import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../../app/failure.ts';
import type { NotebookPlace } from '../../app/ports.ts';
import { lockFor } from './atomicWrite.ts';
import { realDisk } from './disk.ts';
import { takeLock } from './lock.ts';
import { isFolder } from './notebookPlaces.ts';
import { commonDirOf, notesBranchName, notesBranchOf, notesTrees, type NotesBranch } from './notesBranch.ts';
import { recognizeNotebook } from './recognizeNotebook.ts';

/** A work tree to be made for a notes branch, or to be made whole again. */
export interface TreeRequest {
  /** Top level of a work tree of the code. Neither it nor its index is looked at or changed. */
  readonly code: string;
  /** `outloud/notes` */
  readonly branch: string;
  /** Where it shall be. */
  readonly tree: string;
  /** Where git has it noted down, if it was made before. */
  readonly noted?: string;
}

export interface BranchPlacesOptions {
  /** The person's home directory. */
  readonly home: string;
  /** `outloud.notesBranch` as it is set for a folder. */
  notesBranch(folder: string): string;
  /** Has git check a notes branch out; false where git must not be started. */
  makeTree(request: TreeRequest): Promise<boolean>;
}

/** The notes branches of repositories, as places of notebooks. */
export class BranchPlaces {
  readonly #options: BranchPlacesOptions;

  constructor(options: BranchPlacesOptions) {
    this.#options = options;
  }

  /** That of a repository, whether it was ever made or not. */
  of(top: string): NotebookPlace | undefined {
    const found = this.#look(top);
    if (found === undefined) return undefined;
    const { name, tree, state } = found;
    return {
      kind: 'branch',
      folder: tree,
      label: `${codeName(top)} (${name})`,
      repository: tree,
      code: top,
      branch: name,
      isMade: found.exists && !(state === 'whole' && recognizeNotebook(tree) === 'left'),
      exists: state === 'whole',
    };
  }

  /** Whether the notes are there: on this machine, or the folder was and can be had again. A branch they left has other files. */
  holdsNotes({ code = '', folder, exists }: NotebookPlace): boolean {
    if (exists) return recognizeNotebook(folder) === 'ours';
    return !isFolder(folder) && this.#look(code)?.state === 'lost';
  }

  /** Makes the work tree where it is not whole. */
  async settle({ code = '', label, folder }: NotebookPlace): Promise<void> {
    if (this.#look(code)?.state === 'whole') return;
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    const lock = await takeLock(realDisk, lockFor(folder), () => Promise.resolve());
    try {
      const found = this.#look(code); // another window may have made it meanwhile
      if (found === undefined) throw new Failure(`${label} lies in no repository any more. Choose another place.`);
      const { name, tree, state, noted } = found;
      if (state === 'whole') return;
      const request = { code, branch: name, tree, ...(noted !== undefined && { noted }) };
      if (!(await this.#options.makeTree(request)))
        throw new Failure(
          `${label} is not checked out here, and git is not started in Restricted Mode. Trust this workspace first.`,
        );
    } finally {
      await lock.release();
    }
  }

  #look(top: string): NotesBranch | undefined {
    const name = notesBranchName(this.#options.notesBranch(top));
    return notesBranchOf(top, { name, trees: notesTrees(this.#options.home) });
  }
}

/** The name of the clone, whichever of its work trees is meant. */
function codeName(top: string): string {
  const commonDir = commonDirOf(top) ?? join(top, '.git');
  return basename(basename(commonDir) === '.git' ? dirname(commonDir) : commonDir.replace(/\.git$/, ''));
}
