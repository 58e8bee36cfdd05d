import { cleanText } from '../markdown/cleanText.ts';
import { free, meaningOf, roles, turningOf } from './ordinaryWords.ts';

/** Everything a sentence says, as far as it can be told without understanding it. */
interface Facts {
  /** What has to stay to the letter and in its order: code, numbers, links, paths, handles, identifiers, signs, and what turns a meaning round. */
  readonly exact: readonly string[];
  /** Every other word that tells something, in any of its forms. */
  readonly words: ReadonlySet<string>;
  /** The words that play a part, each behind what says which: `from cart`. */
  readonly parts: readonly string[];
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
    isSameParts(one.parts, other.parts) &&
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
  const parts: string[] = [];
  const spelled: string[] = [];
  let role: string | undefined;
  for (const [found] of sentence.matchAll(chunk)) {
    const word = found.startsWith('`') ? found : withoutPunctuation(found);
    if (word === '') continue;
    const lower = word.toLowerCase();
    const turning = turningOf(lower);
    if (turning !== undefined) exact.push(turning);
    else if (!plainWord.test(word) || identifier.test(word)) exact.push(word);
    else if (!free.has(lower)) words.add(meaningOf(lower));
    if (roles.has(lower)) role = lower;
    else if (role !== undefined && !free.has(lower)) {
      parts.push(`${role} ${meaningOf(lower)}`);
      role = undefined;
    }
    if (spelled.length > 0 && /^\p{Lu}/u.test(word)) names.push(word);
    spelled.push(word);
  }
  return { exact, words, parts, names, spelled: new Set(spelled) };
}

/** Commas, full stops, colons, brackets and dashes around a word; quotes, exclamations, questions and ellipses say something and stay. */
function withoutPunctuation(found: string): string {
  return found
    .replace(/^\(+/, '')
    .replace(/(?:(?<!\()\)|[.,;:])+$/, '')
    .replace(/^[–—]$/, '');
}

/** Whether what both say of a part is the same; a part that only one names is told in another way there. */
function isSameParts(one: readonly string[], other: readonly string[]): boolean {
  const [mine, theirs] = [one, other].map(parts => new Set(parts.map(roleIn))) as [Set<string>, Set<string>];
  const common = (parts: readonly string[]) =>
    parts.filter(part => mine.has(roleIn(part)) && theirs.has(roleIn(part))).toSorted();
  return isSameList(common(one), common(other));
}

function roleIn(part: string): string {
  return part.slice(0, part.indexOf(' '));
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, index) => word === other[index]);
}
