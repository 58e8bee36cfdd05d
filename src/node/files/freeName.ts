const mostBytes = 120;
const ending = '.md';

/**
 * The n-th name to try for a note: the first is the wanted one, the next have a number, and none is longer than a
 * name may be.
 *
 * @example
 * numberedName('retro.md', 3); //=> 'retro-3.md'
 */
export function numberedName(name: string, n: number): string {
  if (n === 1) return name;
  const stem = name.endsWith(ending) ? name.slice(0, -ending.length) : name;
  const suffix = `-${n}${name.endsWith(ending) ? ending : ''}`;
  let kept = stem;
  while (Buffer.byteLength(kept + suffix) > mostBytes) kept = kept.replace(/.$/su, '');
  return kept + suffix;
}

/**
 * What two names have in common that are one file on macOS or Windows: no case, composed letters.
 *
 * @example
 * sameName('Re\u0301tro.md') === sameName('r\u00e9tro.md'); //=> true
 */
export function sameName(name: string): string {
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(name) ? name.toLowerCase() : name.normalize('NFC').toLowerCase().normalize('NFC');
}
