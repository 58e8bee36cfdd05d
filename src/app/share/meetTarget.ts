import { isSharedBy } from '../../core/share/sharePlan.ts';
import { catchUp } from './catchUp.ts';
import type { Exchange } from './exchange.ts';
import { isSharingRefused, type Parting } from './noteSharing.ts';
import type { Published } from './publishNotes.ts';
import type { ShareDesk } from './shareNotes.ts';

/**
 * Looks whether notes of hers went into the target of this branch on another way (a second branch, mostly), so that a forge could
 * not merge the two. Without an exchange it goes by what was fetched last.
 */
export async function partingAhead({ sharing, me }: ShareDesk, exchange?: Exchange): Promise<Parting | undefined> {
  const mayShare = (path: string) => isSharedBy(me.handle, path);
  const { remote } = await sharing.publication({ mayShare });
  const target = await sharing.target(remote);
  if (!target) return undefined;
  await exchange?.fetch(remote, target.branch);
  return sharing.parting(target, mayShare);
}

/** How often another machine of hers may be faster; it is one person who pushes to this branch. */
const mostTries = 5;

/**
 * Merges the target into her branch, with her notes as we merge them, and publishes that. Where another machine of hers pushed to the
 * branch meanwhile, that is fetched and followed first.
 */
export async function meetTarget(desk: ShareDesk, exchange: Exchange, parting: Parting): Promise<Published> {
  const { sharing, me } = desk;
  const mayShare = (path: string) => isSharedBy(me.handle, path);
  const { remote, branch } = await sharing.publication({ mayShare });
  let ahead: Parting | undefined = parting;
  for (let attempt = 1; ahead; attempt++) {
    const commit = await sharing.meet(ahead);
    try {
      await exchange.push({ remote, source: commit, branch, isFirst: false });
      return { pushed: true, isBehind: !(await sharing.follow(commit)) };
    } catch (error) {
      if (!isSharingRefused(error) || error.why !== 'rejected' || attempt === mostTries) throw error;
      await exchange.fetch(remote, branch);
      if (!(await catchUp(sharing))) throw error;
    }
    ahead = await sharing.parting(parting.target, mayShare);
  }
  return { pushed: true, isBehind: false }; // the other machine has merged it
}
