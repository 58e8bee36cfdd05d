import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SharingRefused } from '../../../app/share/noteSharing.ts';
import { GitFailed } from '../gitCall.ts';
import { lastWords } from '../../../core/share/lastWords.ts';
import type { Checkout } from './checkout.ts';

/** A commit on its way through the hooks of a repository. */
export interface HookedCommit {
  readonly checkout: Checkout;
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

async function runHook(
  { checkout, index, signal }: HookedCommit,
  name: string,
  ...args: readonly string[]
): Promise<void> {
  if (!mayHaveHook(checkout, name)) return;
  const rest = args.length === 0 ? [] : ['--', ...args];
  const env = index === '' ? {} : { GIT_INDEX_FILE: index };
  try {
    await checkout.git.asThePerson(['hook', 'run', '--ignore-missing', name, ...rest], { env, signal });
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    throw new SharingRefused('hook', `${name}: ${lastWords(error.message)}`, { cause: error });
  }
}

/** Whether git has to be asked at all: a file is there, or newer ones have hooks in their configuration. */
function mayHaveHook({ git, commonDir }: Checkout, name: string): boolean {
  const { configuration, root } = git;
  const configured = configuration.get('core.hookspath');
  const folder = configured === undefined ? join(commonDir, 'hooks') : resolve(root, configured);
  if (configured?.startsWith('~')) return true;
  return configuration.has(/^hook\./) || existsSync(join(folder, name)) || existsSync(join(folder, `${name}.exe`));
}
