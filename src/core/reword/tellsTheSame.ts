import { cleanText } from '../markdown/cleanText.ts';
import { free, meaningOf, turningOf } from './ordinaryWords.ts';

/** Everything a sentence says, as far as it can be told without understanding it. */
interface Facts {
  /** What has to stay to the letter and in its order: code, numbers, links, paths, handles, identifiers, signs, and what turns a meaning round. */
  readonly exact: readonly string[];
  /** Every other word that tells something, in any of its forms. */
  readonly words: ReadonlySet<string>;
  /** Words with a capital where none need be: names. */
  readonly names: readonly string[];
  /** Every word as it is spelled. */
  readonly spelled: ReadonlySet<string>;
}

/**
 * Whether one sentence says no more and no less than another. Forms of a word, articles, prepositions, word order, a few synonyms and
 * abbreviations may differ; a word of its own that tells something may not. It would rather say no: a sentence in another language than English,
 * say, may hardly change at all.
 *
 * @example
 * tellsTheSame('checkout reads stay <200ms in `db.ts`', 'Keep checkout reads <200ms in `db.ts`'); //=> true
 * tellsTheSame('Fix a crash on login', 'Fix a security hole on login'); //=> false
 */
export function tellsTheSame(before: string, after: string): boolean {
  if (cleanText(after) !== after) return false; // line breaks, control and bidi characters
  const one = factsIn(before);
  const other = factsIn(after);
  return (
    isSameList(one.exact, other.exact) &&
    isSameList([...one.words].toSorted(), [...other.words].toSorted()) &&
    one.names.every(name => other.spelled.has(name)) &&
    other.names.every(name => one.spelled.has(name))
  );
}

/** Code, or what stands between spaces. */
const chunk = /`[^`]*`|[^\s`]+|`/g;
const plainWord = /^\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*$/u;
/** `camelCase`, `SQL`, a hash without a digit. */
const identifier = /\p{Ll}\p{Lu}|\p{Lu}\p{Lu}|^[0-9a-f]{7,}$/u;

function factsIn(sentence: string): Facts {
  const exact: string[] = [];
  const words = new Set<string>();
  const names: string[] = [];
  const spelled: string[] = [];
  for (const [found] of sentence.matchAll(chunk)) {
    const word = found.startsWith('`') ? found : withoutPunctuation(found);
    if (word === '') continue;
    const lower = word.toLowerCase();
    const turning = turningOf(lower);
    if (turning !== undefined) exact.push(turning);
    else if (!plainWord.test(word) || identifier.test(word)) exact.push(word);
    else if (!free.has(lower)) words.add(meaningOf(lower));
    if (spelled.length > 0 && /^\p{Lu}/u.test(word)) names.push(word);
    spelled.push(word);
  }
  return { exact, words, names, spelled: new Set(spelled) };
}

/** Commas, full stops, colons, brackets and dashes around a word; quotes, exclamations, questions and ellipses say something and stay. */
function withoutPunctuation(found: string): string {
  return found
    .replace(/^\(+/, '')
    .replace(/(?:(?<!\()\)|[.,;:])+$/, '')
    .replace(/^[–—]$/, '');
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
