/** How much of its words a sentence may lose before it says less. */
const kept = 0.75;
/** How much of a sentence has to come from another one to be what is left of it. */
const shared = 0.5;

/**
 * Whether a sentence became a smaller one: gone, or made of the older one's words and at least a quarter shorter. Other words are
 * another sentence, not a smaller one.
 *
 * @example
 * isShrunk('the person others ask about slow systems', 'others ask me about systems'); //=> true
 */
export function isShrunk(older: string, newer: string | undefined): boolean {
  const [before, after] = [wordsIn(older), wordsIn(newer ?? '')];
  if (before.length === 0) return false;
  return after.length === 0 || (after.length < before.length * kept && share(after, before) >= shared);
}

/** Visions that became smaller: each with what is left of it, or undefined where nothing is. One that makes room for another is neither. */
export function shrunkAmong(
  older: readonly string[],
  newer: readonly string[],
): readonly { readonly from: string; readonly to?: string }[] {
  const isIn = (list: readonly string[], vision: string) => list.some(each => plain(each) === plain(vision));
  const fresh = newer.filter(vision => !isIn(older, vision));
  const gone = older.filter(vision => plain(vision) !== '' && !isIn(newer, vision));
  const heirOf = (vision: string) => {
    const at = fresh.findIndex(each => share(wordsIn(each), wordsIn(vision)) >= shared);
    return at < 0 ? undefined : fresh.splice(at, 1)[0];
  };
  const heirs = gone.map(vision => ({ from: vision, to: heirOf(vision) }));
  return heirs.flatMap(({ from, to = fresh.shift() }) => {
    if (to === undefined) return [{ from }];
    return isShrunk(from, to) ? [{ from, to }] : [];
  });
}

/** How much of these words stand among the others, from 0 to 1. */
export function share(words: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return words.length === 0 ? 0 : words.filter(word => known.has(word)).length / words.length;
}

/** The words of a sentence, without case and marks. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A sentence by its words only. */
export function plain(text: string): string {
  return wordsIn(text).join(' ');
}
