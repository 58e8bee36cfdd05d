/** The last line with words: what stands in the way is mostly said at the end. At most 200 characters, a stranger's. */
export function lastWords(words: string): string {
  const lines = words.split(/[\r\n]+/).filter(line => /\p{L}/u.test(line));
  return (lines.at(-1) ?? '').trim().slice(0, 200);
}
