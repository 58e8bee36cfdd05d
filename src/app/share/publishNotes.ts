import type { SharedPath } from '../../core/note/notePath.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Exchange } from './exchange.ts';
import { isSharingRefused, SharingRefused, type NoteChoice, type Publication } from './noteSharing.ts';
import { mayBeShared, type ShareDesk } from './shareNotes.ts';

/** How often others may be faster. With many at once each round lets at least one through. */
const mostTries = 30;

export interface Publishing {
  readonly exchange: Exchange;
  /** Of several remotes the one to begin with. */
  readonly remote?: string;
  /** Asked before the first push: where it goes, and what else would go along. False is "not now". */
  readonly mayPublish: (publication: Publication) => Promise<boolean>;
  /** What she chose where she was asked to: `conflict`. */
  readonly choices?: readonly NoteChoice[];
  /** What may go along without a question, where that is more than her own notes and the team's. */
  readonly mayShare?: (path: string) => boolean;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** What came of it: `pushed` also where there was nothing left to push. */
export interface Published {
  readonly pushed: boolean;
  /** Others' changes are not in her work tree yet, as her own are in the way: her next pull brings them. */
  readonly isBehind: boolean;
}

/**
 * Pushes the commits of her branch that hold notes. Where others were faster, theirs is fetched and hers put behind it, again and
 * again; until the remote has taken it, her branch and her files stay as they are.
 */
export async function publishNotes(desk: ShareDesk, publishing: Publishing): Promise<Published> {
  const { sharing, me } = desk;
  const { exchange, mayPublish, signal } = publishing;
  const mayShare = publishing.mayShare ?? ((path: string) => isSharedBy(me.handle, path));
  const question = { mayShare, ...(publishing.remote !== undefined && { remote: publishing.remote }) };
  let isAgreed = false;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    signal?.throwIfAborted();
    const publication = await sharing.publication(question);
    if (!publication.isNeeded) return { pushed: true, isBehind: false };
    isAgreed ||= await mayPublish(publication);
    if (!isAgreed) return { pushed: false, isBehind: false };
    const { remote, branch, from, isFirst } = publication;
    const commit = await joined(desk, publication, publishing);
    try {
      await exchange.push({ remote, source: isFirst ? from : commit, branch, isFirst });
      return { pushed: true, isBehind: !(await sharing.follow(commit)) };
    } catch (error) {
      if (!isSharingRefused(error)) throw error;
      if (error.why === 'protected') throw new SharingRefused('protected', branch, { cause: error });
      if (error.why !== 'rejected') throw error;
      if (isFirst && attempt > 0) throw new SharingRefused('no-upstream', branch, { cause: error }); // and it is not fetched here
    }
    await publishing.pause(Math.min(50 * attempt, 1000));
    await exchange.fetch(remote, branch);
  }
  throw new SharingRefused('rejected');
}

/** Where only a person can choose between two versions of what is no note, both are put before her in the way git does it. */
async function joined(desk: ShareDesk, publication: Publication, publishing: Publishing): Promise<string> {
  const { choices = [], exchange } = publishing;
  const fit = choices.filter(({ path, text }) => mayBeShared(desk, path as SharedPath, text));
  try {
    return await desk.sharing.join(publication, fit);
  } catch (error) {
    if (isSharingRefused(error) && error.why === 'conflict' && !error.clash) await exchange.pull(publication.pull);
    throw error;
  }
}
