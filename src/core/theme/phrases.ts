import { stopWords } from './stopWords.ts';
import { stemOf } from './stem.ts';

/** A few words in a row that may be what a sentence is about. */
export interface Phrase {
  /** Its stems with a blank between: the same for `flame graphs` and `the flame graph`. */
  readonly key: string;
  /** As it was written. */
  readonly words: string;
}

/** Made once: it costs more than a sentence does. */
const wordsIn = new Intl.Segmenter('en', { granularity: 'word' });
/** How many words a phrase has at most. */
const longest = 3;
/** How much of a sentence is looked at. */
const mostLetters = 2000;

/**
 * What a sentence may be about: the rows of words between stop words and punctuation, which are the candidates of RAKE (S. Rose, D. Engel,
 * N. Cramer, W. Cowley, "Automatic Keyword Extraction from Individual Documents", 2010), and each shorter row inside them. A single
 * short word is none, unless it is written in capitals.
 *
 * @example
 * phrasesIn('The flame graph made it obvious.').map(({ words }) => words); //=> ['flame', 'graph', 'obvious', 'flame graph']
 */
export function phrasesIn(sentence: string): readonly Phrase[] {
  const runs = runsOf(sentence.slice(0, mostLetters));
  const found = new Map<string, string>();
  for (let length = 1; length <= longest; length++)
    for (const run of runs)
      for (let start = 0; start + length <= run.length; start++) {
        const part = run.slice(start, start + length);
        const words = part.join(' ');
        const key = part.map(stemOf).join(' ');
        if (!found.has(key) && (length > 1 || tells(words))) found.set(key, words);
      }
  return Array.from(found, ([key, words]) => ({ key, words }));
}

/** The rows of words between stop words and punctuation. */
function runsOf(sentence: string): readonly (readonly string[])[] {
  const runs: string[][] = [[]];
  for (const { segment, isWordLike } of wordsIn.segment(sentence)) {
    if (isWordLike !== true) {
      if (!/^[\s\-‐‑]+$/u.test(segment)) runs.push([]);
    } else if (stopWords.has(segment.toLowerCase().replace(/’/g, "'"))) runs.push([]);
    else runs.at(-1)?.push(segment);
  }
  return runs.filter(run => run.length > 0);
}

function tells(word: string): boolean {
  if (!/\p{L}/u.test(word)) return false;
  return word.length > 3 || /^[\p{Lu}\p{N}]{2,}$/u.test(word) || !/^[\p{Script=Latin}\p{N}'’]+$/u.test(word);
}
