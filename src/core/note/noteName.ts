import { slug } from 'github-slugger';
import { bytesOf, isDeviceName } from './safePath.ts';

/** The longest title made from a text, in characters as people count them. */
const longestTitle = 100;
/** In bytes: leaves room for a date, a handle, `-12` and `.md` within the 120 of a safe name. */
const longestSlug = 80;
/** How far a text is looked at for a title or a name: nothing behind it could become part of one. */
const farEnough = 2000;

/**
 * The title of a note and what is left for its body: the first sentence, and the rest. A sentence too long for a title
 * is cut at a word, and the body then keeps the whole text.
 *
 * @example
 * titleOf('PgBouncer pins a session for SET. Use SET LOCAL.');
 * //=> { title: 'PgBouncer pins a session for SET', rest: 'Use SET LOCAL.' }
 */
export function titleOf(text: string): { readonly title: string; readonly rest: string } {
  const whole = text.trim();
  const end = sentenceEnd(whole);
  const sentence = whole
    .slice(0, end)
    .replace(/^#{1,6}[ \t]+/, '')
    .trim();
  const words = plainWords(sentence);
  const title = cutTitle(words);
  const complete = title === words && words === withoutDot(sentence);
  return { title, rest: complete ? whole.slice(end).trim() : whole };
}

/**
 * A file name for a title, without ending: the anchor a forge would give it, safe on every system, never empty.
 *
 * @example
 * fileNameOf('What is “CI/CD”, really?'); //=> 'what-is-ci-cd-really'
 */
export function fileNameOf(title: string): string {
  const spaced = title
    .slice(0, farEnough)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}/\\|]+/gu, ' ')
    .replace(/(?<=\d)[.,:](?=\d)/g, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '');
  const whole = slug(spaced)
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/-{2,}/g, '-');
  const name = cutSlug(whole.replace(/^[-_\p{M}]+|[-_]+$/gu, ''));
  if (!/[\p{L}\p{N}]/u.test(name)) return 'note';
  return isDeviceName(name) ? `${name}-note` : name;
}

/** Where the first sentence of a text ends, its full stop included. A line's end ends it too. */
function sentenceEnd(text: string): number {
  const line = /\r?\n/.exec(text)?.index ?? text.length;
  const stops = /[。！？]+[」』”）]*|[.!?…]+["'”’)\]]*(?=\s|$)/gu;
  for (const stop of text.slice(0, Math.min(line, farEnough)).matchAll(stops)) {
    const end = stop.index + stop[0].length;
    const before = text.slice(0, stop.index);
    const after = text.slice(end, line).trimStart();
    if (before.trim() !== '' && !/^\p{Ll}/u.test(after) && !abbreviation.test(before)) return end;
  }
  return line;
}

const abbreviation = /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|resp|no|dr|mr|mrs|ms|st|z\.b|d\.h|bzw|ca|nr)$/i;

/** The words of a sentence as a title has them: links by their text, one space between words, no full stop. */
function plainWords(sentence: string): string {
  const unlinked = sentence.replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1');
  return withoutDot(unlinked.replace(/\s+/g, ' ').trim());
}

function withoutDot(sentence: string): string {
  return /[^.…]\.$/.test(sentence) ? sentence.slice(0, -1) : sentence.replace(/(?<=[^。])。$/, '');
}

function cutTitle(words: string): string {
  if (words.length <= longestTitle) return words;
  const letters = Array.from(new Intl.Segmenter('en').segment(words.slice(0, farEnough)), part => part.segment);
  if (letters.length <= longestTitle && words.length <= farEnough) return words;
  const start = letters.slice(0, longestTitle - 1).join('');
  const nextIsSpace = /^\s/.test(letters[longestTitle - 1] ?? '');
  const word = nextIsSpace ? start.length : start.search(/\s\S*$/);
  const cut = word > start.length / 2 ? start.slice(0, word) : start;
  return `${cut.replace(/[\s,;:.–—-]+$/, '')}…`;
}

function cutSlug(slug: string): string {
  if (bytesOf(slug) <= longestSlug) return slug;
  let cut = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en').segment(slug)) {
    bytes += bytesOf(segment);
    if (bytes > longestSlug) break;
    cut += segment;
  }
  const word = slug[cut.length] === '-' ? cut.length : cut.lastIndexOf('-');
  return (word > cut.length / 2 ? cut.slice(0, word) : cut).replace(/[-_]+$/, '');
}
