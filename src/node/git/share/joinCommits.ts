import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SharingRefused, type NoteChoice, type Publication } from '../../../app/share/noteSharing.ts';
import { isHash } from '../tips.ts';
import { orNothing, type Checkout } from './checkout.ts';
import { settlingClashes, type ChosenTexts, type Ends } from './clashes.ts';
import { Joining, type Joint } from './joining.ts';

/**
 * Puts the commits of this branch onto the branch they are shared through, or merges both, as the person has her pulls configured;
 * all in objects and an index of our own. Where there is nothing to join, the answer is the last commit itself.
 */
export async function joinCommits(
  checkout: Checkout,
  { pull, remote, branch }: Publication,
  choices: readonly NoteChoice[] = [],
): Promise<string> {
  const { head } = checkout;
  if (head === undefined) throw new SharingRefused('failed');
  const tip = await tipOf(checkout, pull.from);
  if (!isHash(tip) || tip === head) return head;
  const base = await baseOf(checkout, head, tip);
  if (base === tip) return head;
  if (base === head) return tip;
  if (!isHash(base)) throw new SharingRefused('failed');
  const joining = (chosen: ChosenTexts) =>
    joinOnce(checkout, { base, head, tip }, { branch: `${branch}' of '${remote}`, chosen });
  return settlingClashes(checkout, { base, head, tip }, { choices, joining });
}

/** The last known commit of what is joined. This look at the checkout knows that of its upstream. */
async function tipOf({ git, upstream }: Checkout, from: string): Promise<string> {
  if (from === '') return '';
  if (from === upstream?.tracking && upstream.tip !== undefined) return upstream.tip;
  return (await orNothing(git.text(['rev-parse', '-q', '--verify', '--end-of-options', from]))).trim();
}

/** Where the two parted. The look knows that too; only where it says HEAD it may also mean that they have nothing in common. */
async function baseOf({ git, upstream, others }: Checkout, head: string, tip: string): Promise<string> {
  if (tip === upstream?.tip && others !== undefined && others !== head) return others;
  return (await orNothing(git.text(['merge-base', head, tip]))).trim();
}

async function joinOnce(checkout: Checkout, ends: Ends, { branch, chosen }: Joint): Promise<string> {
  const index = join(checkout.gitDir, `outloud-${randomUUID()}.index`);
  try {
    const joining = new Joining(checkout, index, { branch, chosen });
    return mergesOnPull(checkout) ? await joining.merge(ends) : await joining.replay(ends);
  } finally {
    await Promise.all([index, `${index}.lock`].map(file => rm(file, { force: true })));
  }
}

/** Only where she says so: a merge commit for every share is what nobody wants to read. */
export function mergesOnPull({ git, branch }: Checkout): boolean {
  const { configuration } = git;
  const key = [`branch.${branch}.rebase`, 'pull.rebase'].find(each => configuration.get(each) !== undefined);
  return key !== undefined && configuration.isOff(key);
}
