import type { NotePath } from '../note/notePath.ts';

/**
 * The note a relative link leads to; undefined where it leads out of the notes folder, or to no note. `relativeHref` makes such links.
 *
 * @example
 * hrefTarget('people/ada/goals/checkout.md', '../learning/p.md#why'); //=> 'people/ada/learning/p.md'
 */
export function hrefTarget<P extends NotePath>(from: P, href: string): P | undefined {
  const address = decoded(href.replace(/[?#].*$/s, ''));
  if (address === undefined || !/\.md$/i.test(address) || /^\/|\\/.test(address)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of address.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/') as P;
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}
