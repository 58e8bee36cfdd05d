import { cleanText } from './cleanText.ts';
import { inlineText, type InlineForm } from './inlineText.ts';

/**
 * One line of markdown as the words a reader sees: a link by its text, no emphasis, no escapes. It undoes `escapeText`. The words are
 * a stranger's all the same, to be cleaned where they are shown.
 *
 * @example
 * plainWords('[C\\*](../skills.md) **now**'); //=> 'C* now'
 */
export function plainWords(markdown: string): string {
  return cleanText(inlineText(markdown, plain));
}

const same = (written: string): string => written;
const plain: InlineForm = { text: same, bold: same, italic: same, struck: same, code: same, link: same };
