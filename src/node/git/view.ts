import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GitCall } from './gitCall.ts';
import type { Repository } from './repository.ts';

/**
 * A git dir of our own that borrows a repository's objects and nothing else: no configuration, no hooks, no refs, no
 * attributes, no grafts. History is only ever read through one, so there is nothing in it that could be run.
 */
export interface View {
  readonly repository: Repository;
  /** The git dir itself; a file of ours beside git's own disturbs nobody. */
  readonly folder: string;
  /** What a call needs to read through it; `args` go behind the options. */
  call(args: readonly string[], options?: Partial<GitCall> & { readonly mailmap?: string | undefined }): GitCall;
}

/**
 * Makes the view of a repository below the extension's own storage, or finds the one made before. Without waiting: it
 * is one small file that is looked at, and git can't start before.
 */
export function openView(storage: string, repository: Repository): View {
  const folder = join(storage, 'views', repository.id);
  const config = join(folder, 'config');
  if (!says(config, configOf(repository))) {
    for (const name of ['refs', 'objects']) mkdirSync(join(folder, name), { recursive: true });
    settle(join(folder, 'HEAD'), 'ref: refs/heads/none\n');
    settle(config, configOf(repository)); // the last of it: where it is, all is there
  }
  const shallow = join(repository.commonDir, 'shallow');
  const isShallow = repository.isShallow && existsSync(shallow);
  const env = {
    GIT_DIR: folder,
    GIT_OBJECT_DIRECTORY: repository.objects,
    ...(isShallow && { GIT_SHALLOW_FILE: shallow }),
  };
  return {
    repository,
    folder,
    call: (args, { mailmap, ...options } = {}) => ({
      ...options,
      cwd: folder,
      env,
      args: [
        ...['--no-pager', '-c', 'safe.bareRepository=explicit', '-c', 'core.quotePath=false'],
        ...(mailmap === undefined ? [] : ['-c', `mailmap.blob=${mailmap}`]),
        ...args,
      ],
    }),
  };
}

function configOf({ format }: Repository): string {
  const core = `[core]\n\trepositoryformatversion = ${format === 'sha256' ? 1 : 0}\n\tbare = true\n`;
  return format === 'sha256' ? `${core}[extensions]\n\tobjectFormat = sha256\n` : core;
}

/** Sees to it that a file says this, and at no time half of it: another window may read it just now. */
export function settle(file: string, content: string): void {
  if (says(file, content)) return;
  const temporary = `${file}.${randomUUID()}`;
  writeFileSync(temporary, content);
  renameSync(temporary, file);
}

function says(file: string, content: string): boolean {
  try {
    return readFileSync(file, 'utf8') === content;
  } catch {
    return false;
  }
}
