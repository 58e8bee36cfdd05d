/** The words that are at most two letters away from what was written, or begin with it; the nearest first, three at most. */
export function nearest(written: string, words: readonly string[]): readonly string[] {
  const said = written.trim().replace(/^@/, '').toLowerCase();
  const near = words
    .map(word => ({
      word,
      away: word.toLowerCase().startsWith(said) ? 0 : distance(said.slice(0, 80), word.toLowerCase()),
    }))
    .filter(({ away }) => said !== '' && away <= 2);
  return near
    .toSorted((a, b) => a.away - b.away)
    .map(({ word }) => word)
    .slice(0, 3);
}

/** How many letters differ between two words (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
