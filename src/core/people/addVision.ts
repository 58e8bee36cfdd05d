import type { HeadReader, Note } from '../note/note.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { addToProfile } from './addToProfile.ts';
import { readProfile } from './profile.ts';

/**
 * The edits that write a vision into a profile, behind those that stand there: into the list below its heading where it has one, else
 * into the front matter. None where it stands there already.
 *
 * @param text the whole profile
 * @throws HeadRefused where the front matter can't be changed
 */
export function addVision(
  note: Note & { readonly path: SharedPath },
  text: string,
  { vision, yaml }: { readonly vision: string; readonly yaml: HeadReader },
): readonly TextEdit[] {
  const there = readProfile(note, text).visions;
  return addToProfile(note, text, { key: 'vision', heading: /^visions?$/i, there, added: [vision], yaml });
}
