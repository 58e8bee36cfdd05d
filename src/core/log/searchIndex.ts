import type { SearchQuery } from './searchQuery.ts';
import { isCode, sharesOf, type Weights } from './searchShare.ts';

/** Something found, with how well it fits; only the order of the scores means something. */
export interface Hit<K> {
  readonly key: K;
  readonly score: number;
}

/** A word stands in a text so often at most, as far as counts go. */
const mostTimes = 63;
const shift = 6;
/** How many texts are looked at closely. */
const mostLookedAt = 200;
/** How many words that begin so are taken for one that is being typed. */
const mostBeginnings = 64;

/**
 * Finds texts by their words, the best first: Okapi BM25 as in S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework:
 * BM25 and Beyond" (2009), with k1 = 1.2 and b = 0.75. A text counts as found where it names a good part of what some stretch of the
 * query tells.
 *
 * It keeps for each word which texts it stands in and how often, and no text.
 */
export class SearchIndex<K> {
  /** For each word the texts it stands in, ascending, each a number with the count in its lowest bits. */
  #postings = new Map<string, number[]>();
  /** The texts by their numbers; what was replaced or dropped leaves a hole. */
  #texts: ({ readonly key: K; readonly length: number } | undefined)[] = [];
  readonly #numbers = new Map<K, number>();
  #length = 0;

  /** How many texts it knows. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Knows a text by these words from now on, and no longer by others. */
  put(key: K, words: readonly string[]): void {
    this.drop(key);
    const number = this.#texts.push({ key, length: words.length }) - 1;
    this.#numbers.set(key, number);
    this.#length += words.length;
    const base = number << shift;
    for (const word of words) {
      const places = this.#postings.get(word);
      const last = places?.at(-1) ?? -1;
      if (!places) this.#postings.set(word, [base + 1]);
      else if (last < base) places.push(base + 1);
      else if ((last & mostTimes) < mostTimes) places[places.length - 1] = last + 1;
    }
  }

  /** Knows a text no longer. */
  drop(key: K): void {
    const number = this.#numbers.get(key);
    if (number === undefined) return;
    this.#numbers.delete(key);
    this.#length -= this.#texts[number]?.length ?? 0;
    this.#texts[number] = undefined;
    if (this.#texts.length > 1000 + 3 * this.#numbers.size) this.#closeHoles();
  }

  /**
   * What a query's words tell here; the code of an error tells thrice. Words no text has are missed, but less than the rarest known one would be: half as much, a quarter
   * in a long text with its names that nobody writes down, and in a few words no more than the others tell. A word that is just being
   * typed is not missed at all.
   */
  weigh({ words, isTyping }: SearchQuery): Weights {
    const weights = new Map<string, number>();
    const unknown = new Set<string>();
    for (const [index, word] of words.entries()) {
      const isTyped = isTyping && index === words.length - 1;
      const texts = Math.max(0, ...this.#placesOf(word, isTyped).map(({ length }) => length));
      if (texts > 0) weights.set(word, rarity(this.size, Math.min(texts, this.size)) * (isCode(word) ? 3 : 1));
      else if (!isTyped || words.length === 1) unknown.add(word);
    }
    const average = weights.size === 0 ? Infinity : sum([...weights.keys()], weights) / weights.size;
    const part = words.length > 12 ? 4 : 2;
    const missed = Math.min(rarity(this.size, 0) / part, words.length < 4 ? average : Infinity);
    for (const word of unknown) weights.set(word, missed);
    return weights;
  }

  /** The texts that fit, the best first. */
  search(query: SearchQuery, weights: Weights = this.weigh(query)): readonly Hit<K>[] {
    const { words, isTyping } = query;
    const typed = isTyping ? words.at(-1) : undefined;
    const places = new Map([...new Set(words)].map(word => [word, this.#placesOf(word, word === typed)] as const));
    const shareOf = sharesOf(query, weights, rarity(this.size, Math.min(this.size, Math.max(2, this.size / 8))));
    return this.#scores(places, weights)
      .map(({ number, key, score }) => {
        const has = (word: string) => (places.get(word) ?? []).some(all => stands(all, number));
        return { key, score: score * shareOf(has) };
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
  }

  #scores(
    places: ReadonlyMap<string, readonly (readonly number[])[]>,
    weights: Weights,
  ): readonly { readonly number: number; readonly key: K; readonly score: number }[] {
    const scores = new Float64Array(this.#texts.length);
    const average = this.#length / Math.max(1, this.size);
    for (const [word, lists] of places) {
      const weight = (weights.get(word) ?? 0) * 2.2;
      for (const list of lists)
        for (const place of list) {
          const text = this.#texts[place >>> shift];
          if (!text) continue;
          const times = place & mostTimes;
          const longer = 1.2 * (0.25 + (0.75 * text.length) / average);
          scores[place >>> shift] = (scores[place >>> shift] ?? 0) + (weight * times) / (times + longer);
        }
    }
    const found: { number: number; key: K; score: number }[] = [];
    scores.forEach((score, number) => {
      const text = this.#texts[number];
      if (score > 0 && text) found.push({ number, key: text.key, score });
    });
    return found.toSorted((a, b) => b.score - a.score).slice(0, mostLookedAt);
  }

  #placesOf(word: string, isBeginning: boolean): readonly (readonly number[])[] {
    const exact = this.#postings.get(word);
    if (!isBeginning || word.length < 2) return exact ? [exact] : [];
    const all = exact ? [exact] : [];
    for (const [other, places] of this.#postings)
      if (all.length < mostBeginnings && other.startsWith(word) && other !== word) all.push(places);
    return all;
  }

  #closeHoles(): void {
    const texts = this.#texts.filter(text => text !== undefined);
    const moved = new Map<number, number>();
    texts.forEach((text, number) => {
      moved.set(this.#numbers.get(text.key) ?? -1, number);
      this.#numbers.set(text.key, number);
    });
    this.#texts = texts;
    const kept = [...this.#postings].map(([word, places]): [string, number[]] => [
      word,
      places.flatMap(place => {
        const number = moved.get(place >>> shift);
        return number === undefined ? [] : [(number << shift) + (place & mostTimes)];
      }),
    ]);
    this.#postings = new Map(kept.filter(([, places]) => places.length > 0));
  }
}

function sum(words: readonly string[], weights: Weights): number {
  return words.reduce((total, word) => total + (weights.get(word) ?? 0), 0);
}

/** The weight of Robertson and Spärck Jones in the form that is never negative. */
function rarity(all: number, having: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/** Whether a text's number stands in an ascending list. */
function stands(places: readonly number[], number: number): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) >>> shift < number) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? -1) >>> shift === number && low < places.length;
}
