import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSharingRefused, SharingRefused, type Parting, type Target } from '../../../app/share/noteSharing.ts';
import { listed } from '../../../core/listed.ts';
import { isHash } from '../tips.ts';
import { orNothing, type Checkout } from './checkout.ts';
import { commitTree } from './commitTree.ts';
import { Joining, type Change, type Entry } from './joining.ts';

/** The branch of a remote that others go into, where the one that is checked out is another. */
export async function targetOn({ git, branch, upstream }: Checkout, remote: string): Promise<Target | undefined> {
  const below = `refs/remotes/${remote}/`;
  const main = (await orNothing(git.text(['symbolic-ref', '-q', `${below}HEAD`]))).trim();
  const here = upstream?.branch.replace(/^refs\/heads\//, '') ?? branch;
  for (const tracking of [main, `${below}main`, `${below}master`]) {
    if (!tracking.startsWith(below) || (await commitAt(git, tracking)) === undefined) continue;
    const name = tracking.slice(below.length);
    return name === here ? undefined : { remote, branch: name, tracking };
  }
  return undefined;
}

/**
 * Whether a forge could not merge this branch into its target, and only because of notes that we can merge. Nothing is changed.
 */
export async function partingFrom(
  checkout: Checkout,
  target: Target,
  mayShare: (path: string) => boolean,
): Promise<Parting | undefined> {
  const { git, head, gitDir } = checkout;
  const tip = await commitAt(git, target.tracking);
  if (head === undefined || tip === undefined) return undefined;
  const found = await mergedByGit(checkout, { head, tip });
  const isOurs = (path: string) =>
    path.startsWith(checkout.prefix) && /\.md$/i.test(path) && mayShare(path.slice(checkout.prefix.length));
  if (!found || found.clashes.size === 0 || ![...found.clashes.keys()].every(isOurs)) return undefined;
  const index = join(gitDir, `outloud-${randomUUID()}.index`);
  try {
    const joining = new Joining(checkout, index, { branch: target.branch, chosen: new Map() });
    const tree = await joining.finish(found.tree, found.clashes);
    return { target, branch: checkout.branch, head, tip, tree, notes: [...found.clashes.keys()] };
  } catch (error) {
    if (isSharingRefused(error)) return undefined; // a person must choose, which her own merge asks her to
    throw error;
  } finally {
    await Promise.all([index, `${index}.lock`].map(file => rm(file, { force: true })));
  }
}

/** The commit in which both come together; it is on no branch yet. */
export async function meet({ git, head, branch }: Checkout, parting: Parting): Promise<string> {
  if (head !== parting.head || branch !== parting.branch) throw new SharingRefused('moved');
  const { target, tip, tree } = parting;
  const message = `Merge branch '${target.branch}' of '${target.remote}' into ${branch}\n`;
  return commitTree(git, ['-p', head, '-p', tip, tree], { input: message });
}

async function commitAt(git: Checkout['git'], ref: string): Promise<string | undefined> {
  const answer = await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', `${ref}^{commit}`]));
  return isHash(answer.trim()) ? answer.trim() : undefined;
}

interface MergedByGit {
  readonly tree: string;
  readonly clashes: ReadonlyMap<string, readonly [ours: Change, theirs: Change]>;
}

/** What git would make of both, as a forge does it; undefined where they have nothing in common, or git is older than 2.39. */
async function mergedByGit(
  { git }: Checkout,
  { head, tip }: Pick<Parting, 'head' | 'tip'>,
): Promise<MergedByGit | undefined> {
  const args = ['merge-tree', '--write-tree', '--stdin', '-z', '--no-messages'];
  const answer = await orNothing(git.text(args, { input: `${head} ${tip}\n` }));
  const [, tree = '', ...lines] = answer.split('\0');
  if (!isHash(tree)) return undefined;
  const stages = new Map<string, Entry[]>();
  for (const line of lines) {
    const [, mode = '', hash = '', stage = '', path = ''] = /^(\d{6}) ([0-9a-f]+) ([123])\t(.*)$/s.exec(line) ?? [];
    if (path === '') continue;
    listed(stages, path)[Number(stage)] = { mode, hash };
  }
  const clashes = [...stages].map(([path, [, before, ours, theirs]]) => {
    return [
      path,
      [
        { before, after: ours },
        { before, after: theirs },
      ],
    ] as const;
  });
  return { tree, clashes: new Map(clashes) };
}
