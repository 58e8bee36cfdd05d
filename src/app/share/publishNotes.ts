import type { SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Exchange } from './exchange.ts';
import {
  isSharingRefused,
  SharingRefused,
  type NoteChoice,
  type Publication,
  type PublicationQuestion,
} from './noteSharing.ts';
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
 * again; until the remote has taken it, her branch and her files stay as they are. She is asked again where there is more by then.
 */
export async function publishNotes(desk: ShareDesk, publishing: Publishing): Promise<Published> {
  const { exchange, signal } = publishing;
  let agreed: Publication | undefined;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    signal?.throwIfAborted();
    const publication = await desk.sharing.publication(await questionOf(desk, publishing));
    if (agreed && agreed.from !== publication.from) throw new SharingRefused('moved');
    if (!publication.isNeeded) return { pushed: true, isBehind: false };
    if (!(agreed && isWithin(agreed, publication)) && !(await publishing.mayPublish(publication)))
      return { pushed: false, isBehind: false };
    agreed = publication;
    const { remote, branch, isFirst } = publication;
    const answer = await tryOnce(desk, publication, publishing);
    if (answer === 'again') continue;
    if (answer !== 'rejected') return answer;
    if (isFirst && attempt > 0) throw new SharingRefused('no-upstream', branch); // and it is not fetched here
    await publishing.pause(Math.min(50 * attempt, 1000));
    await exchange.fetch(remote, branch);
  }
  throw new SharingRefused('rejected');
}

/** Whether what would go now is no more than she agreed to, and goes to the same place. */
function isWithin(agreed: Publication, now: Publication): boolean {
  const isPlace = agreed.remote === now.remote && agreed.address === now.address && agreed.branch === now.branch;
  const isFewer = (known: readonly string[], all: readonly string[]) =>
    all.length <= known.length && all.every(one => known.includes(one));
  return isPlace && isFewer(agreed.others, now.others) && isFewer(agreed.privates, now.privates);
}

/** What a push asks first. A note that is private by now is so in what was committed before, too. */
async function questionOf({ notebook, me, yaml }: ShareDesk, publishing: Publishing): Promise<PublicationQuestion> {
  const notes = await notebook.shared.notes(publishing.signal);
  const privates = new Set<string>(notes.filter(({ isPrivate }) => isPrivate).map(({ path }) => path));
  return {
    mayShare: publishing.mayShare ?? (path => isSharedBy(me.handle, path)),
    isPrivate: (path, text) => privates.has(path) || text === undefined || readNote(path, text, yaml).isPrivate,
    ...(publishing.remote !== undefined && { remote: publishing.remote }),
  };
}

/** One push; `again` where her branch moved on before it, or her own pull has joined what we could not. */
async function tryOnce(
  desk: ShareDesk,
  publication: Publication,
  publishing: Publishing,
): Promise<Published | 'rejected' | 'again'> {
  const { remote, branch, from, isFirst } = publication;
  const commit = await joined(desk, publication, publishing);
  if (commit === undefined) return 'again';
  try {
    await publishing.exchange.push({ remote, source: isFirst ? from : commit, branch, isFirst });
  } catch (error) {
    if (!isSharingRefused(error)) throw error;
    if (error.why === 'protected') throw new SharingRefused('protected', branch, { cause: error });
    if (error.why !== 'rejected') throw error;
    return 'rejected';
  }
  return { pushed: true, isBehind: !(await desk.sharing.follow(commit)) };
}

/** Where only a person can choose between two versions of what is no note, both are put before her in the way git does it. */
async function joined(
  desk: ShareDesk,
  publication: Publication,
  { choices = [], exchange }: Publishing,
): Promise<string | undefined> {
  const fit = choices.filter(({ path, text }) => mayBeShared(desk, path as SharedPath, text));
  try {
    return await desk.sharing.join(publication, fit);
  } catch (error) {
    if (!isSharingRefused(error)) throw error;
    if (error.why === 'moved') return undefined;
    if (error.why !== 'conflict' || error.clash) throw error;
    await pull(exchange, publication, error);
    return undefined;
  }
}

/** Git's own way to join both; what it stops at is the file we stopped at, which it does not name. */
async function pull(exchange: Exchange, publication: Publication, conflict: SharingRefused): Promise<void> {
  try {
    await exchange.pull(publication.pull);
  } catch (error) {
    throw isSharingRefused(error) && error.why === 'conflict' ? conflict : error;
  }
}
