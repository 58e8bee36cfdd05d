import { join } from 'node:path';
import type { NoteFile } from '../../app/ports.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { codeOf, type Disk } from './disk.ts';
import { FolderRefused, isReadablePath, isReadableName, type Folders } from './folders.ts';
import { Slice } from './slice.ts';

const mostPerBatch = 2000;
const deepest = 32;

/** Walks the folders in the order of their paths, in slices, and answers what a look at each note's file says. */
export async function* listNotes<P extends NotePath>(
  disk: Disk,
  folders: Folders,
  below: string,
  signal: AbortSignal | undefined,
): AsyncIterable<readonly NoteFile<P>[]> {
  const slice = new Slice();
  let batch: NoteFile<P>[] = [];
  for (const file of walk<P>(disk, folders, below.replace(/\/$/, ''))) {
    if (file !== undefined) batch.push(file);
    const isOver = slice.isOver;
    if (batch.length < mostPerBatch && !isOver) continue;
    yield batch;
    batch = [];
    if (isOver) await slice.rest(signal);
  }
  if (batch.length > 0) yield batch;
}

/** Every note below a folder; undefined now and then where there was only work. */
function* walk<P extends NotePath>(disk: Disk, folders: Folders, top: string): Generator<NoteFile<P> | undefined> {
  if (!canEnter(folders, top)) return;
  const open = [{ folder: top, depth: 0 }];
  // A stack of what is still to be seen keeps the order of whole paths: `a-b.md`, then `a/b.md`.
  const stack: Iterator<Seen>[] = [entriesOf(disk, folders, top)];
  for (let entries = stack.at(-1); entries !== undefined; entries = stack.at(-1)) {
    const next = entries.next();
    if (next.done) {
      stack.pop();
      open.pop();
      continue;
    }
    const { path, at, isFolder } = next.value;
    if (!isFolder) yield noteFileAt<P>(disk, at, path);
    else if (stack.length < deepest && !folders.looksLikeRepository(at)) {
      stack.push(entriesOf(disk, folders, path));
      yield undefined;
    }
  }
}

interface Seen {
  readonly path: string;
  readonly at: string;
  readonly isFolder: boolean;
}

function* entriesOf(disk: Disk, folders: Folders, folder: string): Generator<Seen> {
  const at = folders.locate(folder);
  const seen: { name: string; key: string; isFolder: boolean }[] = [];
  for (const entry of namesIn(disk, at)) {
    const { name } = entry;
    if (!isReadableName(name)) continue;
    const isNote = name.endsWith('.md');
    if (isNote && entry.isFile()) seen.push({ name, key: name, isFolder: false });
    else if (!isNote && entry.isDirectory()) seen.push({ name, key: `${name}/`, isFolder: true });
  }
  seen.sort((a, b) => (a.key < b.key ? -1 : 1));
  const prefix = folder === '' ? '' : `${folder}/`;
  for (const { name, isFolder } of seen) yield { path: prefix + name, at: join(at, name), isFolder };
}

/** What can't be looked into, or went away meanwhile, has no notes; what went wrong otherwise must not look like "none". */
function namesIn(disk: Disk, at: string): ReturnType<Disk['readdir']> {
  try {
    return disk.readdir(at);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return [];
    throw error;
  }
}

function canEnter(folders: Folders, folder: string): boolean {
  try {
    folders.enter(folder);
    return true;
  } catch (error) {
    if (error instanceof FolderRefused || codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A regular file as the index compares it; undefined for anything else. */
export function noteFileAt<P extends NotePath>(disk: Disk, at: string, path: string): NoteFile<P> | undefined {
  const stat = disk.lstat(at);
  if (!stat?.isFile() || !isReadablePath(path)) return undefined;
  return { path: path as P, size: stat.size, mtime: stat.mtimeMs, inode: stat.ino };
}
