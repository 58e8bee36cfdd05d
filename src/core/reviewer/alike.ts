import type { ReviewFacts } from './reviewFacts.ts';

/** What is less alike has nothing to do with it. */
const leastAlike = 0.1;
/** So many words of a subject are compared. */
const mostWords = 40;

/** How much two subjects say the same, by the words of one: from 0 to 1. */
export type Alikeness = (words: readonly string[]) => number;

/**
 * Compares words as TIE does (Xia, Lo, Wang and Yang, "Who should review this change?", ICSME 2015), each by how rare it is: the cosine of what two
 * texts say, with the weights of Salton's tf-idf. `reftable:` tells more than `return`.
 */
export function alikeTo({ words, past }: Pick<ReviewFacts, 'words' | 'past'>): Alikeness {
  const asked = new Set(wordsIn(words ?? ''));
  if (asked.size === 0) return () => 0;
  const times = new Map<string, number>();
  for (const work of past) for (const word of work.words ?? []) times.set(word, (times.get(word) ?? 0) + 1);
  const rarities = new Map<string, number>();
  for (const [word, often] of times) rarities.set(word, Math.log(1 + past.length / often) ** 2);
  const rarity = (word: string) => rarities.get(word) ?? Math.log(1 + past.length) ** 2;
  const length = (said: Iterable<string>) => {
    let sum = 0;
    for (const word of said) sum += rarity(word);
    return Math.sqrt(sum);
  };
  const askedLength = length(asked);
  return said => {
    let common = 0;
    for (const word of said) if (asked.has(word)) common += rarity(word);
    if (common === 0) return 0;
    const alike = common / (askedLength * length(said));
    return alike < leastAlike ? 0 : alike;
  };
}

/** They stand in subjects about anything. */
const empty = new Set('the and for with from into when this that not add use make fix remove'.split(' '));

/** The words of a subject that tell something, each once. */
export function wordsIn(text: string): readonly string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}_]{2,}/gu) ?? [];
  return [...new Set(words.slice(0, mostWords).filter(word => !empty.has(word)))];
}
