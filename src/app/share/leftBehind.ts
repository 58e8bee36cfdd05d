import type { Handle, SharedPath } from '../../core/note/notePath.ts';
import { movedNoteName } from '../../core/share/movedNotes.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import { stand, type MoveSide } from './moveNotes.ts';
import { isSharingRefused } from './noteSharing.ts';

/** The place of notes that somebody moved, and the one they are at now. */
export interface OldAndNew {
  readonly from: MoveSide;
  readonly to: MoveSide;
}

/**
 * The notes of a person that did not go along when somebody else moved all of them: nobody but her has them, and they lie where nobody
 * looks any more. Sorted by path; none where git can't be asked now.
 */
export async function leftBehind({ from, to }: OldAndNew, me: Handle): Promise<readonly SharedPath[]> {
  try {
    const { states } = await stand(from);
    const own = states.filter(({ path, now, others }) => {
      return now !== undefined && now !== others && path !== movedNoteName && isSharedBy(me, path);
    });
    if (own.length === 0) return [];
    const there = new Map((await stand(to)).states.map(({ path, now }) => [path, now]));
    return own.flatMap(({ path, now }) => (there.get(path) === now ? [] : [path])).toSorted();
  } catch (error) {
    if (isSharingRefused(error)) return [];
    throw error;
  }
}
