import { existsSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { SharingRefused, type SharingObstacle } from '../../../app/share/noteSharing.ts';
import type { Git } from '../gitCall.ts';
import { GitFailed } from '../gitCall.ts';
import { locate } from '../repository.ts';
import { isHash } from '../tips.ts';
import { locked } from './locks.ts';
import { QuietGit } from './quietGit.ts';

/** A branch checked out in a work tree, with the notes folder in it. */
export interface Checkout {
  readonly git: QuietGit;
  /** Of this work tree: where HEAD and the index lie. */
  readonly gitDir: string;
  /** Where the repository's hooks lie, unless it is configured otherwise. */
  readonly commonDir: string;
  /** The notes folder from the top level on, ending in a slash; empty where it is the top level. */
  readonly prefix: string;
  readonly branch: string;
  /** The last commit; undefined before the first one. */
  readonly head: string | undefined;
  /** Where this branch left the one it is shared through; HEAD where there is none such. */
  readonly others: string | undefined;
  readonly upstream: Upstream | undefined;
  readonly zeros: string;
}

/** The branch of a remote that a branch is shared through. */
export interface Upstream {
  /** `origin`; `.` is another branch of this clone. */
  readonly remote: string;
  /** `refs/heads/main`, as the remote calls it. */
  readonly branch: string;
  /** The branch of this clone that remembers it: `refs/remotes/origin/main`. */
  readonly tracking: string;
  /** Its last known commit; undefined where it was never fetched, or is gone. */
  readonly tip: string | undefined;
}

/** Looks at what is checked out around a notes folder. */
export async function lookAround(git: Git, folder: string, signal?: AbortSignal): Promise<Checkout> {
  const located = await locate(git, topOf(folder), signal);
  if (located === undefined) throw new SharingRefused('no-repository');
  if ('code' in located) throw new SharingRefused(located.code === 'unsafe' ? 'unsafe' : 'failed', located.repo);
  const quiet = await QuietGit.in(git, located.root, signal);
  const way = relative(await realpath(located.root), await realOf(folder)).replaceAll('\\', '/');
  if (way.startsWith('..') || isAbsolute(way)) throw new SharingRefused('no-repository');
  const refs = await refsOf(quiet, signal);
  const { head, upstream } = refs;
  const others = head === undefined ? undefined : await mergeBase(quiet, head, upstream?.tip);
  return {
    ...refs,
    git: quiet,
    gitDir: located.gitDir,
    commonDir: located.commonDir,
    prefix: way === '' ? '' : `${way}/`,
    others,
    zeros: '0'.repeat(located.format === 'sha256' ? 64 : 40),
  };
}

/** Where a folder really is, or would be: a branch without notes has none. */
async function realOf(folder: string): Promise<string> {
  return realpath(folder).catch(async () => join(await realOf(dirname(folder)), basename(folder)));
}

/** The nearest folder at or above the notes that holds `.git`; git is never started in the notes themselves. */
function topOf(folder: string): string {
  for (let at = folder; ; at = join(at, '..')) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === join(at, '..')) throw new SharingRefused('no-repository');
  }
}

async function refsOf(git: QuietGit, signal?: AbortSignal): Promise<Pick<Checkout, 'branch' | 'head' | 'upstream'>> {
  const symbolic = await orNothing(git.text(['symbolic-ref', '-q', 'HEAD'], { signal }));
  const ref = symbolic.trim();
  if (!ref.startsWith('refs/heads/')) return { branch: '', head: undefined, upstream: undefined };
  const format = '%(refname)%00%(objectname)%00%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)%00';
  const answer = await git.text(['for-each-ref', `--format=${format}`, '--', ref], { signal });
  const [, hash = '', tracking = '', remote = '', remoteRef = ''] =
    answer
      .split('\n')
      .find(line => line.startsWith(`${ref}\0`))
      ?.split('\0') ?? [];
  const branch = ref.slice('refs/heads/'.length);
  if (!isHash(hash)) return { branch, head: undefined, upstream: undefined };
  if (tracking === '') return { branch, head: hash, upstream: undefined };
  const tip = (
    await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', tracking], { signal }))
  ).trim();
  return { branch, head: hash, upstream: { remote, branch: remoteRef, tracking, tip: isHash(tip) ? tip : undefined } };
}

async function mergeBase(git: QuietGit, head: string, upstream: string | undefined): Promise<string> {
  if (upstream === undefined || upstream === head) return head;
  const base = (await orNothing(git.text(['merge-base', head, upstream]))).trim();
  return isHash(base) ? base : head;
}

/** Waits a moment for another git to end, and refuses where nothing can be committed: in the middle of something, or on no branch. */
export async function mustBeFree({ git, gitDir, branch }: Pick<Checkout, 'git' | 'gitDir' | 'branch'>): Promise<void> {
  for (const [name, why] of busySigns) if (existsSync(join(gitDir, name))) throw new SharingRefused(why, branch);
  if (branch === '') throw new SharingRefused('detached');
  for (let attempt = 0; attempt < 20; attempt++) {
    const lock = await stat(join(gitDir, 'index.lock')).catch(() => undefined);
    if (lock === undefined) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw locked({ git }, join(gitDir, 'index.lock'));
}

const busySigns: readonly (readonly [name: string, why: SharingObstacle])[] = [
  ['rebase-merge', 'rebasing'],
  ['rebase-apply', 'rebasing'],
  ['MERGE_HEAD', 'merging'],
  ['CHERRY_PICK_HEAD', 'picking'],
  ['REVERT_HEAD', 'picking'],
  ['BISECT_LOG', 'bisecting'],
];

/** Where git refuses, it says so by printing nothing. */
export async function orNothing(answer: Promise<string>): Promise<string> {
  return answer.catch((error: unknown) => {
    if (error instanceof GitFailed && error.why === 'refused') return '';
    throw error;
  });
}
