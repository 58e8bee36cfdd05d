const unseen = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu;
const blank = /[\p{Cc}\s]+/gu;

/** Printable ASCII and single blanks inside: nearly every subject there is. */
const ordinary = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** No message needs more than this to be understood; what comes behind is not looked at. */
const longest = 600;

/**
 * One line of a stranger's text as plain text: control, bidi and zero-width characters gone, blanks single.
 *
 * @example
 * plainText('  fix\tthe \u202Elist '); //=> 'fix the list'
 */
export function plainText(text: string): string {
  if (text.length <= longest && ordinary.test(text)) return text;
  return text.slice(0, longest).replace(unseen, '').replace(blank, ' ').trim();
}

/**
 * At most so many characters, cut behind a word where one ends near enough.
 *
 * @example
 * cutOnWord('Retry storm after a pool reset', 20); //=> 'Retry storm after a…'
 */
export function cutOnWord(text: string, most: number): string {
  const fits = fitting(text, most);
  if (text.length <= fits) return text;
  const head = text.slice(0, fits);
  const word = Math.max(head.lastIndexOf(' '), ...Array.from(head.matchAll(/[，；。：、（]/gu), ({ index }) => index));
  const kept = word > fits * 0.6 ? head.slice(0, word) : head.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:.(–，；。：、（-]+$/u, '')}…`;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** How much room a text takes, in Latin letters. */
export function widthOf(text: string): number {
  let width = text.length;
  for (const letter of text) if (wide.test(letter)) width++;
  return width;
}

/** So much of a text is as wide as so many Latin letters: a Han character takes the room of two. */
function fitting(text: string, most: number): number {
  if (text.length * 2 <= most || !wide.test(text)) return most;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    width += wide.test(text.charAt(at)) ? 2 : 1;
    if (width > most) return at;
  }
  return text.length;
}

/**
 * A sentence begins with a capital; a name out of the code stays as it is.
 *
 * @example
 * capitalized('avoid double fetch'); //=> 'Avoid double fetch'
 * capitalized('useEffect runs once'); //=> 'useEffect runs once'
 */
export function capitalized(text: string): string {
  const [first = ''] = text.split(' ', 1);
  if (!/^\p{Ll}[\p{Ll}\p{M}’'-]*[,:;!?.…]*$/u.test(first)) return text;
  if (/^(?:api|ci|cli|css|db|html|http|json|sql|tls|ui|url|ux|yaml):?$/.test(first))
    return first.toUpperCase() + text.slice(first.length);
  const [letter = ''] = text; // a whole code point
  return letter.toUpperCase() + text.slice(letter.length);
}

/** For the middle of a sentence: a first word that is an ordinary capitalised one in lower case. */
export function uncapitalized(text: string): string {
  const [first = ''] = text.split(' ', 1);
  if (!/^\p{Lu}\p{Ll}+[,:;]?$/u.test(first) || first === 'I') return text;
  const [letter = ''] = text;
  return letter.toLowerCase() + text.slice(letter.length);
}
