import { createHash } from 'node:crypto';
import { link, mkdir, readdir, rename, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './disk.ts';
import { numberedName } from './freeName.ts';
import { exists, isFolder, realOf } from './notebookPlaces.ts';
import { TextMapFile } from './textMapFile.ts';

/** Where a notebook is, and what git knows of it if git may be asked. */
export interface NotebookSigns {
  /** The notes folder. Of a notes branch those the code could have: what their private notes are known by counts for it too. */
  readonly folders: readonly [string, ...string[]];
  /** The repository's first root commit. */
  readonly rootCommit: string | undefined;
}

/**
 * The name of a notebook's private folder. The first root commit is the same for every clone and machine; without one
 * (no repository, no commit yet, Restricted Mode) it is a hash of the place. Notes written under the hash move on to the
 * commit's folder once that is known. A root commit that turns into another one (a rewritten history, a deepened
 * clone) does not hide private notes: what the place was known by stays, unless the new name has notes already.
 */
export async function notebookId(root: string, { folders, rootCommit }: NotebookSigns): Promise<string> {
  const [place, ...others] = [realOf(folders[0]), ...folders.slice(1).map(realOf)];
  const known = new TextMapFile(join(root, 'notebooks.json'));
  const hashed = `place-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`;
  const has = (id: string) => isFolder(join(root, id));
  const entries = await known.read();
  const before = [place, ...others].map(each => entries.get(each)).find(id => id !== undefined);
  const commit = rootCommit !== undefined && /^[0-9a-f]{40,64}$/.test(rootCommit) ? rootCommit : undefined;
  const former = before !== undefined && isId(before) ? before : undefined;
  const id =
    (former?.startsWith('place-') === false && has(former) && !(commit && has(commit)) ? former : commit) ??
    former ??
    hashed;
  if (id !== hashed && has(hashed)) await moveNotes(join(root, hashed), join(root, id));
  if (has(id)) await known.set(place, id);
  return id;
}

function isId(text: string): boolean {
  return /^(?:place-[0-9a-f]{16}|[0-9a-f]{40,64})$/.test(text);
}

/** Moves everything from one folder to another; a taken name gets a number, and nothing is ever written over. */
export async function moveNotes(from: string, to: string): Promise<void> {
  if (!isFolder(to)) {
    await rename(from, to);
    return;
  }
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (!entry.isDirectory()) await moveFile(source, to, entry.name);
    else {
      await mkdir(join(to, entry.name), { recursive: true, mode: 0o700 });
      await moveNotes(source, join(to, entry.name));
    }
  }
  await rmdir(from).catch(() => undefined); // another window wrote there just now: next time
}

async function moveFile(source: string, to: string, name: string): Promise<void> {
  for (let n = 1; ; n += 1) {
    const target = join(to, numberedName(name, n));
    if (exists(target)) continue;
    try {
      await link(source, target); // unlike a rename this never takes a taken name
      await unlink(source);
      return;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      await rename(source, target); // a disk without second names
      return;
    }
  }
}
