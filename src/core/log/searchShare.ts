import type { SearchQuery } from './searchQuery.ts';

/** How much each word of a query tells: the rarer, the more. */
export type Weights = ReadonlyMap<string, number>;

/**
 * How much of a query's best stretch a text names, from 0 to 1; 0 where that is too little to mean anything. Of a long text it has to
 * be two words at least that tell something, or a code such as `E0382`.
 *
 * @param telling what a word weighs at least that tells something
 * @returns asks a text for each word once
 */
export function sharesOf(
  { words, stretches }: SearchQuery,
  weights: Weights,
  telling: number,
): (has: (word: string) => boolean) => number {
  const all = [...new Set(words)];
  const at = new Map(all.map((word, index) => [word, index]));
  const weigh = all.map(word => weights.get(word) ?? 0);
  const tells = all.map((word, index) => ((weigh[index] ?? 0) < telling ? 0 : isCode(word) ? 2 : 1));
  const distinct = new Map(stretches.map(stretch => [stretch.join(' '), stretch.flatMap(word => at.get(word) ?? [])]));
  const least = words.length > 6 ? 2 : 0;
  return has => {
    const isNamed = all.map(has);
    let best = 0;
    for (const stretch of distinct.values()) {
      let [whole, named, told] = [0, 0, 0];
      for (const index of stretch) {
        whole += weigh[index] ?? 0;
        if (isNamed[index]) named += weigh[index] ?? 0;
        if (isNamed[index]) told += tells[index] ?? 0;
      }
      const share = named / whole;
      if (share > best && told >= least && share >= (stretch.length < 4 ? 0.5 : 0.4)) best = share;
    }
    return best;
  };
}

/** Whether a word is one of the codes programs give their errors: `e0382`, `40p01`, `ts2345`. */
export function isCode(word: string): boolean {
  return word.length > 3 && /[a-z]/.test(word) && /\d.*\d/.test(word);
}
