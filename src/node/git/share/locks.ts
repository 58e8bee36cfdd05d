import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { SharingRefused } from '../../../app/share/noteSharing.ts';
import type { Checkout } from './checkout.ts';

/** What of ours is older than this was left behind by a program that was ended in the middle of a share. */
const stale = 60 * 60 * 1000;

/**
 * Says that another git holds a lock, or that one which was ended left it behind: nobody can tell the two apart for sure, so the
 * person is told which file it is, and it is never removed.
 */
export function locked({ git }: Pick<Checkout, 'git'>, file: string, cause?: unknown): SharingRefused {
  const way = relative(git.root, file).replaceAll('\\', '/');
  return new SharingRefused('locked', way.startsWith('..') ? file : way, { cause });
}

/** The lock a refusal of git speaks of: `Unable to create '/shop/.git/refs/heads/main.lock': File exists.` */
export function lockIn(words: string): string | undefined {
  return /Unable to create '(.*\.lock)': File exists/.exec(words)?.[1];
}

/** Removes drafts of ours that an earlier share had no time to remove. */
export async function clearDrafts({ gitDir }: Pick<Checkout, 'gitDir'>): Promise<void> {
  const names = await readdir(gitDir).catch(() => []);
  for (const name of names.filter(each => draft.test(each))) {
    const made = await stat(join(gitDir, name)).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > stale) await rm(join(gitDir, name), { recursive: true, force: true });
  }
}

const draft = /^(?:index\.)?outloud-[0-9a-f-]{36}/;
