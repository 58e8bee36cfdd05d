import { escapeText } from '../markdown/markdown.ts';
import { shortened } from '../markdown/cleanText.ts';
import type { Handle } from '../note/notePath.ts';
import type { Quote } from './quote.ts';
import type { Theme } from './themes.ts';

/** The themes as a page to be read, with what each of its lines stands for. */
export interface ThemePage {
  readonly text: string;
  /** Lines are counted from 0, as an editor does. */
  readonly headings: readonly { readonly line: number; readonly theme: Theme }[];
  readonly quotes: readonly { readonly line: number; readonly quote: Quote }[];
}

const introduction = [
  '# What comes back',
  '',
  'What others said to you more than once: two people, or one on two occasions.',
  'Only you see this page, and it is kept nowhere. Each line leads to the answer it stands in.',
];
const nothing = 'Nothing came back yet. It takes two people who say the same, or one who says it twice.';

/** Prints themes for the one person they are about. */
export function printThemes(themes: readonly Theme[], nameOf: (handle: Handle) => string): ThemePage {
  const lines = [...introduction];
  const headings: { line: number; theme: Theme }[] = [];
  const quotes: { line: number; quote: Quote }[] = [];
  if (themes.length === 0) lines.push('', nothing);
  for (const theme of themes) {
    lines.push('', `## ${escapeText(theme.name)}`, '');
    headings.push({ line: lines.length - 2, theme });
    for (const quote of theme.quotes) {
      quotes.push({ line: lines.length, quote });
      lines.push(printQuote(quote, nameOf));
    }
  }
  return { text: `${lines.join('\n')}\n`, headings, quotes };
}

function printQuote({ text, by, day, about }: Quote, nameOf: (handle: Handle) => string): string {
  const who = by === '' ? `in ${about}` : `${nameOf(by)} on ${about}`;
  return `- ${day} “${escapeText(shortened(text, 300))}” ${escapeText(who)}`;
}
