import { misplaced, privatePlace } from '../../core/note/misplaced.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { PrivatePath, SharedPath } from '../../core/note/notePath.ts';
import { readNote } from '../../core/note/readNote.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { isSharingRefused, type NoteSharing } from '../share/noteSharing.ts';

/** A private note among the shared ones, and what it takes to move it. */
export interface Move {
  readonly path: SharedPath;
  readonly yaml: HeadReader;
  /** Absent in Restricted Mode. */
  readonly sharing?: NoteSharing | undefined;
  /** Takes the shared note away, with the words it is open with. False where that could not be. */
  readonly remove: () => Promise<boolean>;
}

/** Where a note went, and whether git remembers it where it was; undefined where git is not asked, or can't tell. */
export interface Moved {
  readonly path: PrivatePath;
  readonly isCommitted: boolean | undefined;
}

/**
 * Moves a private note from among the shared ones to the person's own shelf, as it stands in front of her, and never over another
 * note. It is written there before it is taken away here. History is not touched.
 *
 * @throws Failure where it is somebody else's, not private, or still where it was
 */
export async function moveToPrivate(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  { path, yaml, sharing, remove }: Move,
): Promise<Moved> {
  if (!isSharedBy(me.handle, path))
    throw new Failure('That note is somebody else’s. Only they can move it: tell them where it lies.');
  const text = await notebook.shared.read(path);
  if (!misplaced(text, readNote(path, text, yaml)))
    throw new Failure('That note is not private. Write “private: true” at its top first, if it should be.');
  const isCommitted = await wasCommitted(sharing, path);
  const to = await notebook.private.create(privatePlace(path), text);
  const isSame = (await notebook.shared.read(path).catch(() => undefined)) === text;
  if (!isSame || !(await remove()))
    throw new Failure(
      'The note now lies in both places: it could not be taken away from the shared ones. Compare the two, and delete it there.',
    );
  notebook.shared.changed([notebook.shared.locate(path)]);
  return { path: to, isCommitted };
}

/** A git that can't be asked keeps no note among the shared ones. */
async function wasCommitted(sharing: Move['sharing'], path: SharedPath): Promise<boolean | undefined> {
  try {
    return sharing && (await sharing.committedText(path)) !== undefined;
  } catch (error) {
    if (isSharingRefused(error)) return undefined;
    throw error;
  }
}
