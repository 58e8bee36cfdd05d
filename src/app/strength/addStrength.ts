import { relativeHref } from '../../core/markdown/relativeHref.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { printNote } from '../../core/note/printNote.ts';
import { profilePath } from '../../core/people/profile.ts';
import { printStrength, strengthAdded, strengthSection, type NewStrength } from '../../core/strength/strengthLine.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';

/** What shows a strength: a note others can read. */
export interface ShownBy {
  readonly path: SharedPath;
  readonly title: string;
}

/**
 * Adds a strength to her own profile, with what shows it best; the profile is made where she has none. A strength that stands there
 * gets one more example. Answers the profile.
 */
export async function addStrength(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  strength: string,
  example?: ShownBy,
): Promise<SharedPath> {
  if (!/[\p{L}\p{N}]/u.test(strength)) throw new Failure('Call the strength by a word or two of your own.');
  if (example && (await notebook.shared.note(example.path))?.isPrivate === true)
    throw new Failure('That note is private, and others read the profile. Choose another example, or none.');
  const path = profilePath(me.handle);
  const shown = example && { title: example.title, href: relativeHref(path, example.path) };
  const added: NewStrength = { name: strength, ...(shown && { example: shown }) };
  await notebook.shared.update(path, text =>
    text === undefined ? [{ at: { start: 0, end: 0 }, text: newProfile(me.name, added) }] : strengthAdded(text, added),
  );
  return path;
}

function newProfile(name: string, strength: NewStrength): string {
  return printNote({
    head: { type: 'profile' },
    title: name,
    body: `## ${strengthSection}\n\n${printStrength(strength)}`,
  });
}
