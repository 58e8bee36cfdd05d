import { readFile, writeFile } from 'node:fs/promises';
import { SharingRefused } from '../../../app/share/noteSharing.ts';
import { GitFailed } from '../gitCall.ts';
import type { QuietGit } from './quietGit.ts';

/** A commit on its way through the hooks of a repository. */
export interface HookedCommit {
  readonly git: QuietGit;
  /** What the hooks see as the index: the last commit and the notes. */
  readonly index: string;
  /** Where the message lies while they look at it. */
  readonly messageFile: string;
  readonly signal: AbortSignal | undefined;
}

/** Runs what a commit by hand would run before it, and answers the message as the hooks left it. */
export async function runHooksBefore(commit: HookedCommit, message: string): Promise<string> {
  await writeFile(commit.messageFile, message);
  await runHook(commit, 'pre-commit');
  await runHook(commit, 'prepare-commit-msg', commit.messageFile, 'message');
  await runHook(commit, 'commit-msg', commit.messageFile);
  return readFile(commit.messageFile, 'utf8');
}

/** What a hook does after the commit can't undo it. */
export async function runHookAfter(commit: HookedCommit): Promise<void> {
  const { index: _, ...afterwards } = commit;
  await runHook({ ...afterwards, index: '' }, 'post-commit').catch(() => undefined);
}

async function runHook({ git, index, signal }: HookedCommit, name: string, ...args: readonly string[]): Promise<void> {
  const rest = args.length === 0 ? [] : ['--', ...args];
  const env = index === '' ? {} : { GIT_INDEX_FILE: index };
  try {
    await git.asThePerson(['hook', 'run', '--ignore-missing', name, ...rest], { env, signal });
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new SharingRefused('hook', `${name}: ${lastWords(error.message)}`, { cause: error });
  }
}

/** The last line with words: what stands in the way is mostly said at the end. */
export function lastWords(words: string): string {
  const lines = words.split(/[\r\n]+/).filter(line => /\p{L}/u.test(line));
  return (lines.at(-1) ?? '').trim().slice(0, 200);
}
