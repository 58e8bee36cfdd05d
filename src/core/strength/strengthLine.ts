import { cleanText } from '../markdown/cleanText.ts';
import { escapeText, link } from '../markdown/markdown.ts';
import { appendItem } from '../note/appendItem.ts';
import { linesBelow } from '../note/sectionLines.ts';
import type { TextEdit } from '../note/textEdit.ts';

/** Where strengths stand in a profile. */
export const strengthSection = 'Strengths';

/** What shows a strength best. */
export interface StrengthExample {
  readonly title: string;
  /** From the profile on. */
  readonly href: string;
}

/** A strength in the person's words, with what shows it. */
export interface NewStrength {
  readonly name: string;
  readonly example?: StrengthExample;
}

/**
 * The line of a strength.
 *
 * @example
 * printStrength({ name: 'Explains slow systems', example: { title: 'The pool talk', href: 'learning/talk.md' } });
 * //=> '- Explains slow systems: [The pool talk](learning/talk.md)'
 */
export function printStrength({ name, example }: NewStrength): string {
  return `- ${escapeText(withoutEnd(name))}${example ? `: ${link(example.title, example.href)}` : ''}`;
}

/** Everything from the first link on. */
const exampleLinks = /:?[ \t]*(?<!\\)\[(?:\\.|[^[\]\\])*\]\([^()]*\).*$/s;

/** The name of a strength as its line has it, without the examples behind it. */
export function strengthName(text: string): string {
  const name = text.replace(exampleLinks, '');
  return withoutEnd(name.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}

/**
 * The edits that add a strength to a profile. One that stands there already gets the example beside those it has; nothing changes where
 * that is there too.
 */
export function strengthAdded(text: string, strength: NewStrength): readonly TextEdit[] {
  const { name, example } = strength;
  const found = linesBelow(text, strengthSection).find(({ words }) => {
    const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(words)?.[1];
    return item !== undefined && isSame(strengthName(item), name);
  });
  if (!found) return appendItem(text, strengthSection, printStrength(strength));
  const added = example && link(example.title, example.href);
  const address = added?.slice(added.lastIndexOf(']('));
  if (added === undefined || address === undefined || found.words.includes(address)) return [];
  const end = found.at.start + found.words.length;
  return [{ at: { start: end, end }, text: `${/\]\([^()]*\)$/.test(found.words) ? ',' : ':'} ${added}` }];
}

function isSame(one: string, other: string): boolean {
  return withoutEnd(one).toLowerCase() === withoutEnd(other).toLowerCase();
}

/** A name without what would only lead on to something. */
function withoutEnd(name: string): string {
  return cleanText(name).replace(/[\s:–—-]+$/, '');
}
