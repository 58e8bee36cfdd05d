import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Exchange } from './exchange.ts';
import type { Parting } from './noteSharing.ts';
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

/** Merges the target into her branch, with her notes as we merge them, and publishes that. */
export async function meetTarget(desk: ShareDesk, exchange: Exchange, parting: Parting): Promise<Published> {
  const { sharing, me } = desk;
  const { remote, branch } = await sharing.publication({ mayShare: path => isSharedBy(me.handle, path) });
  const commit = await sharing.meet(parting);
  await exchange.push({ remote, source: commit, branch, isFirst: false });
  return { pushed: true, isBehind: !(await sharing.follow(commit)) };
}
