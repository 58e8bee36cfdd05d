/**
 * A word without its ending, the same for its forms: the first step of M. F. Porter, "An algorithm for suffix stripping" (1980), which
 * takes away plurals, `-ed` and `-ing`. Words of other languages lose little by it.
 *
 * @example
 * ['Reviews', 'reviewing', 'reviewed'].map(stemOf); //=> ['review', 'review', 'review']
 */
export function stemOf(word: string): string {
  const lower = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]s?$/u, '');
  return withY(withoutPast(withoutPlural(lower)));
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:[su]s|is)$/.test(word)) return word;
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?<=(?:ch|sh|x|zz))es$|s$/, '');
}

/** Step 1b. */
function withoutPast(word: string): string {
  const stem = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1];
  if (stem === undefined || word.endsWith('eed') || stem.length < 3) return word;
  if (/(?:at|bl|iz|ur|[^aeiou]s|[aeiou][^aeiouwxy]{0}[csvg])$/.test(stem)) return withoutE(`${stem}e`);
  return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

/** `time` and `timing` become one. */
function withoutE(word: string): string {
  return word.length > 4 && /[^aeiou]e$/.test(word) ? word.slice(0, -1) : word;
}

/** The end of step 1b and 1c: `measure`, `measured` and `measuring` meet without their `e`. */
function withY(word: string): string {
  return withoutE(word.replace(/(?<=..)ied$/, 'y'));
}
