/** What differs each time something goes wrong: addresses in memory and on the network, identifiers, moments. */
const noise = new RegExp(
  [
    String.raw`\b0x[0-9a-f]+\b`,
    String.raw`\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b`,
    String.raw`\b\d{4}-\d{2}-\d{2}(?:[t ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?)?\b`,
    String.raw`\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b`,
    String.raw`\b(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\b`,
  ].join('|'),
  'g',
);

/** Scripts that put no blanks between words. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const anyWord = new RegExp(String.raw`${unspaced}+|(?:(?!${unspaced})[\p{L}\p{N}\p{M}])+`, 'gu');
const startsUnspaced = new RegExp(`^${unspaced}`, 'u');

/**
 * The words a text is found by, in their order: lower case, plurals as singulars, without what differs each time (hashes, addresses,
 * moments, short and very long numbers). Scripts without blanks come as pairs of neighbours.
 *
 * @example
 * wordsIn('Error: connect ECONNREFUSED 127.0.0.1:6432 (queries, 4f1c2a9)'); //=> ['error', 'connect', 'econnrefused', 'query']
 */
export function wordsIn(text: string): readonly string[] {
  const lower = (isAscii.test(text) ? text : text.normalize('NFKC')).toLowerCase();
  const plain = /\d/.test(lower) ? lower.replace(noise, ' ') : lower;
  const words: string[] = [];
  for (const word of plain.match(isAscii.test(plain) ? /[a-z0-9]+/g : anyWord) ?? [])
    if (word.charCodeAt(0) > 0x7f && startsUnspaced.test(word)) words.push(...pairsOf(word));
    else if (!isNoise(word)) words.push(singular(word).slice(0, longestWord));
  return words;
}

/** Whether a word is only a number: it helps where it is the same, and is not missed where it differs. */
export function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}

const isAscii = /^[\0-\x7f]*$/;
const longestWord = 60;

function isNoise(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first > 0x66) return false; // behind "f": no hash and no number
  if (word.length < 3) return isNumber(word);
  return word.length > 6 && /\d/.test(word) && /^[0-9a-f]+$/.test(word);
}

/** The S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42 (1991). */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es') && !/[aeo]es$/.test(word)) return word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}

function pairsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  return characters.length === 1 ? characters : characters.slice(1).map((next, i) => `${characters[i] ?? ''}${next}`);
}
