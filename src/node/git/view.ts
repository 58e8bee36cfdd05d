import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
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

/** Makes the view of a repository below the extension's own storage, or finds the one made before. */
export async function openView(storage: string, repository: Repository): Promise<View> {
  const folder = join(storage, 'views', repository.id);
  await Promise.all(['refs', 'objects'].map(name => mkdir(join(folder, name), { recursive: true })));
  await Promise.all([
    settle(join(folder, 'HEAD'), 'ref: refs/heads/none\n'),
    settle(join(folder, 'config'), configOf(repository)),
  ]);
  const shallow = join(repository.commonDir, 'shallow');
  const isShallow = repository.isShallow && (await stat(shallow).then(Boolean, () => false));
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
export async function settle(file: string, content: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === content) return;
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}
