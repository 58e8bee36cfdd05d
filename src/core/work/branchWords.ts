import { plainText } from './plainText.ts';

/**
 * A branch's name as words.
 *
 * @example
 * branchWords('ada/SHOP-12-retry-storm'); //=> 'retry storm'
 */
export function branchWords(branch: string): string {
  const last = plainText(branch.slice(branch.lastIndexOf('/') + 1));
  const words = last
    .replace(/^(?:[A-Z][A-Z0-9]{1,9}-\d{1,7}|(?:gh|issue|bug)?[-_]?\d{1,7})(?=[-_]|$)/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return /\p{L}{3}/u.test(words) && !/^(?:patch|fix|wip|test|update|temp|tmp|work|branch) ?\d*$/i.test(words)
    ? words
    : '';
}
