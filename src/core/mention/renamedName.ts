import { cleanText } from '../markdown/cleanText.ts';
import { writeName } from './writtenName.ts';
import type { Mention } from './mention.ts';
import type { TextEdit } from '../note/textEdit.ts';

/** A thing's two names before and after it is renamed: the one of its file or heading as notes write it, and its title. */
export interface Renaming {
  readonly slug: string;
  readonly newSlug: string;
  /** What a mention by another name than the slug becomes; it stays where this is undefined. */
  readonly newName?: string;
}

/** The edit that makes a mention name the same thing by its new name; undefined where it may stay as it is. */
export function renamedName({ form, name, at }: Mention, text: string, renaming: Renaming): TextEdit | undefined {
  const { slug, newSlug, newName } = renaming;
  const written = text.slice(at.start, at.end);
  if (form === 'link') {
    const [, before = '', file = '', behind = ''] = /^([^#]*\/|)([^/#]*)(#.*)?$/s.exec(written) ?? [];
    const isFile = file.toLowerCase().endsWith('.md');
    return isFile ? changed(written, before + writeName(`${newSlug}.md`, 'link') + behind, at) : undefined;
  }
  const isSlug = name === slug || (newName === undefined && name.toLowerCase() === slug.toLowerCase());
  const now = isSlug ? newSlug : newName;
  return now === undefined ? undefined : changed(written, writeName(now, form), at);
}

/** A name as a person typed it into a prompt, on one line; undefined where it has no letter or figure to go by. */
export function typedName(typed: string): string | undefined {
  const name = cleanText(typed);
  return /[\p{L}\p{N}]/u.test(name) && name.length <= 100 ? name : undefined;
}

function changed(before: string, after: string, at: TextEdit['at']): TextEdit | undefined {
  return before === after ? undefined : { at, text: after };
}
