import { sep } from 'node:path';
import type { NoteFile } from '../../app/ports.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { codeOf, type Disk } from './disk.ts';
import { FolderRefused, isReadableName, type Folders } from './folders.ts';
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
  const top = below.replace(/\/$/, '');
  if (!canEnter(folders, top)) return;
  const slice = new Slice();
  const walk = new Walk<P>(disk, folders, top);
  for (let hasMore = true; hasMore;) {
    const batch: NoteFile<P>[] = [];
    do hasMore = walk.step(batch);
    while (hasMore && batch.length < mostPerBatch && !slice.isOver);
    yield batch;
    if (slice.isOver) await slice.rest(signal);
  }
}

interface Seen {
  readonly name: string;
  /** What sorts it: a folder comes where its notes' paths do, `a-b.md` before `a/b.md`. */
  readonly key: string;
  readonly isFolder: boolean;
}

interface OpenFolder {
  /** Before the name in a note's path: `people/ada/`. */
  readonly prefix: string;
  /** The same on this machine. */
  readonly at: string;
  readonly entries: readonly Seen[];
  next: number;
}

/** A walk that can be left and taken up again after each step. */
class Walk<P extends NotePath> {
  readonly #disk: Disk;
  readonly #folders: Folders;
  readonly #open: OpenFolder[] = [];

  constructor(disk: Disk, folders: Folders, top: string) {
    this.#disk = disk;
    this.#folders = folders;
    this.#enter(top === '' ? '' : `${top}/`, folders.locate(top));
  }

  /** Looks at one more note, or into one more folder. Answers whether there may be more. */
  step(into: NoteFile<P>[]): boolean {
    const folder = this.#open.at(-1);
    const entry = folder?.entries[folder.next];
    if (folder === undefined || entry === undefined) {
      this.#open.pop();
      return this.#open.length > 0;
    }
    folder.next += 1;
    const at = folder.at + sep + entry.name;
    const path = folder.prefix + entry.key;
    if (entry.isFolder) {
      if (this.#open.length < deepest && !this.#folders.looksLikeRepository(at)) this.#enter(path, at);
      return true;
    }
    const file = noteFileAt<P>(this.#disk, at, path);
    if (file !== undefined) into.push(file);
    return true;
  }

  #enter(prefix: string, at: string): void {
    const entries: Seen[] = [];
    for (const entry of namesIn(this.#disk, at)) {
      const { name } = entry;
      if (!isReadableName(name)) continue;
      const isNote = name.endsWith('.md');
      if (isNote && entry.isFile()) entries.push({ name, key: name, isFolder: false });
      else if (!isNote && entry.isDirectory()) entries.push({ name, key: `${name}/`, isFolder: true });
    }
    entries.sort((a, b) => (a.key < b.key ? -1 : 1));
    this.#open.push({ prefix, at, entries, next: 0 });
  }
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
  if (!stat?.isFile()) return undefined;
  return { path: path as P, size: stat.size, mtime: stat.mtimeMs, inode: stat.ino };
}
