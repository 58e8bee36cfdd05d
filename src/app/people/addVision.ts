import { printNote } from '../../core/note/printNote.ts';
import { readNote } from '../../core/note/readNote.ts';
import type { HeadReader } from '../../core/note/note.ts';
import * as core from '../../core/people/addVision.ts';
import { profilePath } from '../../core/people/profile.ts';
import type { Desk } from '../desk.ts';

/** Writes a vision into the profile of the person at the desk, and makes the profile where there is none. */
export function addVision(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  vision: string,
  yaml: HeadReader,
): Promise<void> {
  const path = profilePath(me.handle);
  return notebook.shared.update(path, text => {
    if (text !== undefined) return core.addVision({ ...readNote(path, text, yaml), path }, text, { vision, yaml });
    const note = printNote({ head: { type: 'profile', vision: [vision] }, title: me.name, body: '' });
    return [{ at: { start: 0, end: 0 }, text: note }];
  });
}
