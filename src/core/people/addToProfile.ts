import { appendItem } from '../note/appendItem.ts';
import { editHead } from '../note/editHead.ts';
import type { HeadReader, Note } from '../note/note.ts';
import { eolOf } from '../note/noteText.ts';
import { sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';

/** What is to be added to one of a profile's lists. */
export interface ProfileItems {
  /** Its name in the front matter. */
  readonly key: string;
  /** What its heading may be called. */
  readonly heading: RegExp;
  /** What stands there. */
  readonly there: readonly string[];
  readonly added: readonly string[];
  readonly yaml: HeadReader;
}

/** The edits that add to a list of a profile: below its heading where it has one with a list, else in the front matter. */
export function addToProfile(
  { head }: Pick<Note, 'head'>,
  text: string,
  { key, heading, there, added, yaml }: ProfileItems,
): readonly TextEdit[] {
  const known = new Set(there.map(each => each.toLowerCase()));
  const fresh = added.filter(each => !known.has(each.toLowerCase()));
  if (fresh.length === 0) return [];
  const section = sectionsOf(text).find(({ title }) => heading.test(title.trim()));
  const isList = section !== undefined && /^ {0,3}[-*+][ \t]/m.test(text.slice(section.body.start, section.body.end));
  if (section && isList && (head[key] ?? null) === null)
    return appendItem(text, section.title, fresh.map(each => `- ${each}`).join(eolOf(text)));
  return editHead(text, { [key]: [...there, ...fresh] }, yaml);
}
