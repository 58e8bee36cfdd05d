import type { Handle } from '../../core/note/notePath.ts';
import { profilePath, readProfile, type Profile } from '../../core/people/profile.ts';
import { NoteRefused } from '../failure.ts';
import type { Notebook } from '../shelf.ts';

/** What a person says about herself; undefined where she has no profile that others may read. */
export async function profileOf({ shared }: Notebook, handle: Handle): Promise<Profile | undefined> {
  const note = await shared.note(profilePath(handle));
  if (note?.type !== 'profile' || note.isPrivate) return undefined;
  try {
    return readProfile(note, await shared.read(note.path));
  } catch (refused) {
    if (refused instanceof NoteRefused) return undefined;
    throw refused;
  }
}
