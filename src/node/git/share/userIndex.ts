import { randomUUID } from 'node:crypto';
import { copyFile, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replace } from '../../files/atomicWrite.ts';
import { realDisk } from '../../files/disk.ts';
import { orNothing, type Checkout } from './checkout.ts';
import { locked } from './locks.ts';

/** What the index says of one note. */
export interface IndexEntry {
  readonly mode: string;
  readonly hash: string;
  /** A sparse checkout leaves it out, or the person told git not to look at it. */
  readonly isLeftOut: boolean;
}

/** The notes of the index by their path in the notebook. */
export interface NoteIndex extends ReadonlyMap<string, IndexEntry> {
  /** Those in which two versions meet. */
  readonly unmerged: ReadonlySet<string>;
}

/** What the person's index holds of the notebook. */
export async function readIndex({ git, prefix }: Checkout, signal?: AbortSignal): Promise<NoteIndex> {
  const args = ['ls-files', '-z', '-s', '-v', '--full-name', ...(prefix === '' ? [] : ['--', prefix])];
  const answer = await git.text(args, { signal });
  const entries = new Map<string, IndexEntry>();
  const unmerged = new Set<string>();
  for (const line of answer.split('\0')) {
    const [, flag = '', mode = '', hash = '', stage, path = ''] =
      /^(\S) (\d{6}) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    if (!path.startsWith(prefix) || path === '') continue;
    const name = path.slice(prefix.length);
    entries.set(name, { mode, hash, isLeftOut: /[Ss]/.test(flag) || flag !== flag.toUpperCase() });
    if (stage !== '0') unmerged.add(name);
  }
  return Object.assign(entries, { unmerged });
}

/** Lines for `update-index --index-info`: what each path shall hold, and nothing where it shall go. */
export type IndexInfo = ReadonlyMap<string, { readonly mode: string; readonly hash: string } | undefined>;

/** Writes these entries into an index file, and leaves every other one alone. */
export async function putInto(checkout: Checkout, indexFile: string, info: IndexInfo): Promise<void> {
  const input = [...info].map(([path, entry]) => {
    return entry === undefined ? `0 ${checkout.zeros}\t${path}\0` : `${entry.mode} ${entry.hash}\t${path}\0`;
  });
  await checkout.git.text(['update-index', '-z', '--index-info'], {
    input: input.join(''),
    env: { GIT_INDEX_FILE: indexFile },
  });
}

/**
 * Changes these entries of the person's index, while git's own lock on it is held; what `meanwhile` does happens under the lock
 * too, and where it fails the index is left as it was. So there is no moment in which the branch has the notes and the index,
 * which the next commit is made of, takes them back.
 */
export async function withUserIndex(
  checkout: Checkout,
  info: IndexInfo,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const index = join(checkout.gitDir, 'index');
  const lock = `${index}.lock`;
  const draft = `${index}.outloud-${randomUUID()}`;
  await takeLock(checkout, lock);
  let isOver = false;
  try {
    await copyFile(index, draft).catch(ignoreMissing);
    await putIntoUsers(checkout, draft, info);
    await writeFile(lock, await readFile(draft));
    await meanwhile();
    await replace(realDisk, lock, index);
    isOver = true; // from now on a lock is another git's
  } finally {
    const ours = [draft, `${draft}.lock`, ...(isOver ? [] : [lock])];
    await Promise.all(ours.map(file => rm(file, { force: true })));
  }
}

/**
 * The entries with what git remembers of their files, so that it knows them for unchanged without reading them. A note that moved
 * on meanwhile keeps the entry of what was committed, and git is not handed its new words: they may be private by now.
 */
async function putIntoUsers(checkout: Checkout, draft: string, info: IndexInfo): Promise<void> {
  await putInto(checkout, draft, info);
  const paths = [...info].flatMap(([path, entry]) => (entry === undefined ? [] : [path]));
  if (paths.length === 0) return;
  const env = { GIT_INDEX_FILE: draft };
  const input = paths.map(path => `${path}\0`).join('');
  await orNothing(checkout.git.text(['update-index', '--info-only', '-z', '--stdin'], { input, env }));
  const below = checkout.prefix === '' ? [] : ['--', checkout.prefix];
  const listed = await checkout.git.text(['ls-files', '-z', '-s', '--full-name', ...below], { env });
  const lines = new Set(listed.split('\0'));
  const others = [...info].filter(([path, entry]) => entry && !lines.has(`${entry.mode} ${entry.hash} 0\t${path}`));
  if (others.length > 0) await putInto(checkout, draft, new Map(others));
}

/** Not ours to remove where another git holds it: a moment later it is mostly gone. */
async function takeLock(checkout: Checkout, lock: string): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    try {
      await (await open(lock, 'wx')).close();
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw locked(checkout, lock);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error; // before the first commit there is none
}
