import { editHead } from '../note/editHead.ts';
import type { HeadReader, Note } from '../note/note.ts';
import type { SharedPath } from '../note/notePath.ts';
import { appendItem } from '../note/appendItem.ts';
import { sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
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
  const { visions } = readProfile(note, text);
  if (visions.some(each => each.toLowerCase() === vision.toLowerCase())) return [];
  const section = sectionsOf(text).find(({ title }) => /^visions?$/i.test(title.trim()));
  const isList = section !== undefined && /^ {0,3}[-*+][ \t]/m.test(text.slice(section.body.start, section.body.end));
  if (section && isList && (note.head['vision'] ?? null) === null)
    return appendItem(text, section.title, `- ${vision}`);
  return editHead(text, { vision: [...visions, vision] }, yaml);
}
