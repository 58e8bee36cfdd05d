import { isSharingRefused, type NoteSharing } from './noteSharing.ts';

/**
 * Brings the work tree up to what was fetched, where there is nothing of hers to be pushed: no commit is made, and what she
 * changed stays. What is in the way of it waits for the next share.
 *
 * @returns whether it is up to date now
 */
export async function catchUp(sharing: NoteSharing): Promise<boolean> {
  try {
    const publication = await sharing.publication({ mayShare: () => true });
    if (publication.isNeeded) return false;
    return await sharing.follow(await sharing.join(publication));
  } catch (error) {
    if (isSharingRefused(error)) return false; // in the middle of something, or without a remote
    throw error;
  }
}
