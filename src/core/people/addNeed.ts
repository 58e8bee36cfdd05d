import type { HeadReader, Note } from '../note/note.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { addToProfile } from './addToProfile.ts';
import { readProfile } from './profile.ts';

/**
 * The edits that write needs into a profile, behind those that stand there: into the list below its heading where it has one, else into the
 * front matter. None where they stand there already.
 *
 * @param text the whole profile
 * @throws HeadRefused where the front matter can't be changed
 */
export function addNeeds(
  note: Note & { readonly path: SharedPath },
  text: string,
  { needs, yaml }: { readonly needs: readonly string[]; readonly yaml: HeadReader },
): readonly TextEdit[] {
  const there = readProfile(note, text).needs;
  return addToProfile(note, text, { key: 'needs', heading: /^(?:needs|i need)$/i, there, added: needs, yaml });
}
