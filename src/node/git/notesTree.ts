import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../../app/failure.ts';
import type { TreeRequest } from '../files/branchPlaces.ts';
import { Git, GitFailed } from './gitCall.ts';
import { GitFinder, type GitOptions } from './gitFinder.ts';
import { orNothing } from './share/checkout.ts';
import { QuietGit } from './share/quietGit.ts';
import { isHash } from './tips.ts';

/**
 * Checks the notes branch out in a folder of its own: the one somebody made here or at the remote, else a new one. What lies in
 * the folder already stays. Hooks and filters of the clone are not run.
 *
 * @throws Failure where the branch can't be had, in a sentence
 */
export async function makeNotesTree(request: TreeRequest, options: GitOptions): Promise<void> {
  const git = await new GitFinder(options).find();
  if (!(git instanceof Git)) throw new Failure('Git was not found, or is too old. Install git 2.38 or newer first.');
  const { branch, tree } = request;
  try {
    const code = await QuietGit.in(git, request.code);
    await haveBranch(code, branch);
    await haveTree(code, request);
    await fill(await QuietGit.in(git, tree));
  } catch (error) {
    if (!(error instanceof GitFailed)) throw error;
    const elsewhere = /already (?:checked out|used by worktree) at '([^']*)'/.exec(error.message)?.[1];
    throw new Failure(
      elsewhere === undefined
        ? `The branch ${branch} could not be checked out beside the code. Try “git worktree add” in a terminal to see why.`
        : `The branch ${branch} is checked out in ${elsewhere}. Check out another one there, then try again.`,
      { cause: error },
    );
  }
}

async function haveBranch(code: QuietGit, branch: string): Promise<void> {
  const remotes = (await code.text(['remote'])).split('\n').filter(Boolean);
  const here = await tipOf(code, `refs/heads/${branch}`);
  const theirs = await firstTip(code, remotes, branch);
  const tip = here ?? theirs?.tip;
  if (tip !== undefined) await mustHoldNotes(code, branch, tip);
  if (here === undefined) {
    const hash = tip ?? (await firstCommit(code));
    await code.text(['update-ref', '-m', 'branch: Notes', `refs/heads/${branch}`, hash, '0'.repeat(hash.length)]);
  }
  const remote = theirs?.remote ?? usualRemote(code, remotes);
  if (remote === undefined || code.configuration.get(`branch.${branch}.remote`) !== undefined) return;
  await code.text(['config', `branch.${branch}.remote`, remote]);
  await code.text(['config', `branch.${branch}.merge`, `refs/heads/${branch}`]);
}

async function firstTip(code: QuietGit, remotes: readonly string[], branch: string) {
  for (const remote of remotes) {
    const tip = await tipOf(code, `refs/remotes/${remote}/${branch}`);
    if (tip !== undefined) return { remote, tip };
  }
  return undefined;
}

async function tipOf(git: QuietGit, ref: string): Promise<string | undefined> {
  const hash = (
    await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', `${ref}^{commit}`]))
  ).trim();
  return isHash(hash) ? hash : undefined;
}

/** Where a new branch will go: the only remote, or the one that is set. Of several without a word she is asked at the push. */
function usualRemote({ configuration }: QuietGit, remotes: readonly string[]): string | undefined {
  if (remotes.length < 2) return remotes[0];
  const set = ['remote.pushdefault', 'checkout.defaultremote'].flatMap(key => configuration.get(key) ?? []);
  return set.find(name => remotes.includes(name));
}

/** Somebody may have a branch of this name for something else. */
async function mustHoldNotes(git: QuietGit, branch: string, tip: string): Promise<void> {
  const names = (await git.text(['ls-tree', '-z', '--name-only', '--full-tree', tip])).split('\0').filter(Boolean);
  const isOurs = names.some(name => ['people', 'team.md', 'skills.md', 'objectives'].includes(name));
  if (isOurs || names.length === 0 || (await beginsLikeOurs(git, tip))) return;
  throw new Failure(
    `The branch ${branch} holds something else than notes. Set outloud.notesBranch to a name that is free.`,
  );
}

async function beginsLikeOurs(git: QuietGit, tip: string): Promise<boolean> {
  const roots = (await git.text(['rev-list', '--max-parents=0', tip])).split('\n');
  return roots.includes(await firstCommit(git));
}

/**
 * The commit every notes branch begins with: empty, and the same wherever it is made. So two people who begin at the same time
 * have begun one branch.
 */
async function firstCommit(git: QuietGit): Promise<string> {
  const tree = (await git.text(['mktree'], { input: '' })).trim();
  const who = (role: string) => ({
    [`GIT_${role}_NAME`]: 'Out Loud',
    [`GIT_${role}_EMAIL`]: 'outloud@localhost',
    [`GIT_${role}_DATE`]: '@1767225600 +0000',
  });
  const env = { ...who('AUTHOR'), ...who('COMMITTER') };
  return (await git.text(['commit-tree', tree], { input: 'Begin the notes\n', env })).trim();
}

/** Has git know the folder as a work tree of the branch, and keeps what is in it. */
async function haveTree(code: QuietGit, { branch, tree, noted }: TreeRequest): Promise<void> {
  await mkdir(dirname(tree), { recursive: true, mode: 0o700 });
  if (noted !== undefined && existsSync(tree)) {
    await writeFile(join(tree, '.git'), `gitdir: ${noted}\n`); // the clone was moved, or the file deleted
    return;
  }
  await rmdir(tree).catch(() => undefined); // one that is empty is in nobody's way
  // Forced twice, since git holds on to a locked one whose folder somebody deleted. The lock keeps `git worktree prune` away.
  const force = noted === undefined ? [] : ['-f', '-f'];
  const add = ['worktree', 'add', ...force, '--no-checkout', '--lock', '--reason', 'notes of Out Loud'];
  await code.text([...add, '--', tree, branch]);
}

/** Writes the branch's files where that was not done yet. A sparse checkout of the code is none of the notes. */
async function fill(tree: QuietGit): Promise<void> {
  const gitDir = (await tree.text(['rev-parse', '--absolute-git-dir'])).trim();
  if (existsSync(join(gitDir, 'index'))) return;
  await rm(join(gitDir, 'info', 'sparse-checkout'), { force: true });
  await tree.text(['read-tree', '-m', '-u', 'HEAD']);
}
