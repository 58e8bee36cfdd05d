import { capitalized, cutOnWord, uncapitalized, widthOf } from './plainText.ts';
import type { WorkKind } from './piece.ts';

const headings: Record<WorkKind, string> = {
  feature: 'Small additions',
  performance: 'Speed-ups',
  fix: 'Fixes',
  refactor: 'Clean-ups',
  revert: 'Taken back',
  docs: 'Docs',
  test: 'Tests',
  build: 'Build',
  chore: 'Chores',
};

/** A list has more to say than a sentence. */
const longest = 150;
/** No line holds more, and a year has thousands. */
const mostTried = 20;

/** A line that names several things, and how many of them it could name. */
export interface Listing {
  readonly text: string;
  readonly named: number;
}

/** As many names under a heading as fit a line; the first always. Without a heading they are the sentence. */
export function listOf(heading: string, names: readonly string[]): Listing {
  const before = heading === '' ? '' : `${heading}: `;
  let text = before + (names[0] ?? '');
  let named = 1;
  for (const name of names.slice(1, mostTried)) {
    const isLast = named === names.length - 1;
    const next = `${text}${isLast ? ' and ' : ', '}${name}`;
    if (widthOf(next) + (isLast ? 0 : ' and more'.length) > longest) continue;
    text = next;
    named++;
  }
  if (named === names.length) return { text: cutOnWord(text, longest), named };
  return { text: `${cutOnWord(text, longest - 9)} and more`, named };
}

/**
 * Several things of one kind, done in one place or here and there.
 *
 * @example
 * toldTogether(['Fix rounding', 'Fix coupons'], 'fix', 'checkout').text; //=> 'Fixes in checkout: rounding and coupons'
 * toldTogether(['Fix rounding', 'Avoid a crash'], 'fix', 'checkout').text; //=> 'In checkout: fix rounding and avoid a crash'
 */
export function toldTogether(briefs: readonly string[], kind: WorkKind, place: string | undefined): Listing {
  const others = briefs.filter(words => !/^fix/i.test(words));
  const done = others.filter(words => verb.test(words));
  const isDone = done.length > 0 && done.length * 2 >= others.length;
  const isWorkflow = kind === 'build' && /^(?:ci|workflows?|\.?github)$/i.test(place ?? '');
  if (!isDone) {
    const heading = isWorkflow ? 'CI' : place === undefined ? headings[kind] : `${headings[kind]} in ${place}`;
    return listOf(
      heading,
      briefs.map(words => uncapitalized(words.replace(/^Fix(?:e[sd])?\s+(?=\S{2}|an? )/i, ''))),
    );
  }
  const heading = isWorkflow ? 'CI' : place === undefined ? '' : `In ${place}`;
  const names = withoutRepeated(briefs.map(uncapitalized));
  return listOf(heading, heading === '' ? [capitalized(names[0] ?? ''), ...names.slice(1)] : names);
}

const verb =
  /^(?:add|allow|avoid|bump|change|clarify|convert|correct|disable|document|don['’]t|do not|drop|enable|ensure|expose|force|handle|ignore|improve|introduce|keep|make|mention|move|only|pass|prevent|properly|raise|refactor|reject|remove|rename|replace|respect|restore|return|run|set|show|simplify|skip|stop|support|update|use|validate|warn|write)\b/i;

/** "Update this, update that" is told as "update this, that". */
function withoutRepeated(names: readonly string[]): readonly string[] {
  const [first = ''] = names;
  const word = first.slice(0, first.indexOf(' ') + 1);
  return word !== '' && names.every(name => name.startsWith(word))
    ? names.map((name, at) => (at === 0 ? name : name.slice(word.length)))
    : names;
}
