import { isSharedBy } from '../../core/share/sharePlan.ts';
import { catchUp } from './catchUp.ts';
import type { Exchange } from './exchange.ts';
import { isSharingRefused, SharingRefused, type Parting, type Publication } from './noteSharing.ts';
import type { Published } from './publishNotes.ts';
import type { ShareDesk } from './shareNotes.ts';

/**
 * Looks whether notes of hers went into the target of this branch on another way (a second branch, mostly), so that a forge could
 * not merge the two. Without an exchange it goes by what was fetched last.
 */
export async function partingAhead(desk: ShareDesk, exchange?: Exchange): Promise<Parting | undefined> {
  const { sharing, me } = desk;
  const publication = await publicationOf(desk);
  const target = isKnown(publication) ? await sharing.target(publication.remote) : undefined;
  if (!target) return undefined;
  await exchange?.fetch(publication.remote, target.branch);
  return sharing.parting(target, path => isSharedBy(me.handle, path));
}

/** How often another machine of hers may be faster; it is one person who pushes to this branch. */
const mostTries = 5;

/**
 * Merges the target into her branch, with her notes as we merge them, and publishes that. Where another machine of hers pushed to the
 * branch meanwhile, that is fetched and followed first.
 */
export async function meetTarget(desk: ShareDesk, exchange: Exchange, parting: Parting): Promise<Published> {
  const { sharing, me } = desk;
  let ahead: Parting | undefined = parting;
  for (let attempt = 1; ahead; attempt++) {
    const publication = await publicationOf(desk);
    if (!isKnown(publication)) throw new SharingRefused('moved');
    const { remote, branch } = publication;
    const commit = await sharing.meet(ahead);
    try {
      await exchange.push({ remote, source: commit, branch, isFirst: false });
      return { pushed: true, isBehind: !(await sharing.follow(commit)) };
    } catch (error) {
      if (!isSharingRefused(error) || error.why !== 'rejected' || attempt === mostTries) throw error;
      await exchange.fetch(remote, branch);
      if (!(await catchUp(sharing))) throw error;
    }
    ahead = await sharing.parting(parting.target, path => isSharedBy(me.handle, path));
  }
  return { pushed: true, isBehind: false }; // the other machine has merged it
}

function publicationOf({ sharing, me }: ShareDesk): Promise<Publication> {
  return sharing.publication({ mayShare: path => isSharedBy(me.handle, path) });
}

/** Whether others have all of the branch: what they have not goes nowhere by the way. */
function isKnown({ isFirst, isNeeded }: Publication): boolean {
  return !isFirst && !isNeeded;
}
