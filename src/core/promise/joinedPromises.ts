import { listed } from '../listed.ts';
import type { SaidPromise } from './openPromises.ts';
import { sameWords } from './promise.ts';

/**
 * What several notes say, each promise with all the lines about it. The same words of the same person to the same other are one promise.
 * Of other words only those are, which
 *
 * - say so themselves (`same as “…”`), or
 * - were noted and published for the same day, and are alike: see {@link isAlike}. Where two could be meant, none is.
 */
export function joinedPromises(said: readonly SaidPromise[]): readonly (readonly SaidPromise[])[] {
  const groups = grouped(said);
  const isPublished = (lines: readonly SaidPromise[]) => lines.some(({ met }) => met === undefined);
  const published = groups.filter(isPublished);
  const noted = groups.filter(lines => !isPublished(lines));
  const own = new Map(noted.map(lines => [lines, published.find(each => isSaidToBe(lines, each))]));
  const free = noted.filter(lines => own.get(lines) === undefined && lines.every(({ sameAs }) => sameAs === undefined));
  const alone = published.filter(lines => lines.every(({ met }) => met === undefined));
  for (const lines of free) {
    const [like, ...others] = alone.filter(each => isLikely(lines, each));
    const rivals = like ? free.filter(each => isLikely(each, like)) : [];
    if (like && others.length === 0 && rivals.length === 1) own.set(lines, like);
  }
  return groups.flatMap(lines => {
    if (own.get(lines)) return [];
    return [[...lines, ...noted.filter(each => own.get(each) === lines).flat()]];
  });
}

function grouped(said: readonly SaidPromise[]): readonly (readonly SaidPromise[])[] {
  const groups = new Map<string, SaidPromise[]>();
  for (const line of said) listed(groups, [betweenWhom(line), sameWords(line.text)].join('\n')).push(line);
  return [...groups.values()];
}

function betweenWhom({ by, to = '' }: SaidPromise): string {
  return `${by.toLowerCase()} ${to.toLowerCase()}`;
}

type Lines = readonly SaidPromise[];

/** Whether a line of what was noted says that it is what was published. */
function isSaidToBe(noted: Lines, published: Lines): boolean {
  const [first] = published;
  if (!first) return false;
  const words = sameWords(quoted(first.text));
  return noted.some(
    line => line.sameAs !== undefined && sameWords(line.sameAs) === words && betweenWhom(line) === betweenWhom(first),
  );
}

/** Whether what was noted may well be what was published: by the same person for the same, for one day, in words that are alike. */
function isLikely(noted: Lines, published: Lines): boolean {
  const [[one], [other]] = [noted, published];
  if (!one || !other || betweenWhom(one) !== betweenWhom(other)) return false;
  const days = new Set(published.flatMap(({ due, since }) => [due, since]));
  const isOneDay = noted.some(({ due, since }) => [due, since].some(day => day !== undefined && days.has(day)));
  return isOneDay && isAlike(one.text, other.text);
}

/** The longest words another line is named by. */
const longest = 200;

/** The words of a promise as another line quotes them. */
export function quoted(words: string): string {
  const shown = words.replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
  return shown.length > longest ? `${shown.slice(0, longest).trimEnd()}…` : shown;
}

/** Words that say nothing of what was promised. */
const small = new Set(
  'a an and at be by for from i in into is it its me my of on or our that the this to up we will with you your'.split(
    ' ',
  ),
);

/**
 * Whether two promises have the same words but for some that one of them leaves out: all that one says stands in the other too, which
 * says little more. Where each has a word the other has not, they are two promises, however much they share.
 *
 * @example
 * isAlike('find a budget for the course', 'The budget for the course'); //=> true
 * isAlike('review the outbox tests', 'review the outbox design'); //=> false
 */
export function isAlike(one: string, other: string): boolean {
  const [fewer, more] = [contentOf(one), contentOf(other)].toSorted((a, b) => a.size - b.size);
  if (!fewer || !more || fewer.size < 2 || fewer.size < more.size * 0.6) return false;
  return [...fewer].every(word => more.has(word));
}

function contentOf(text: string): ReadonlySet<string> {
  const words = sameWords(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '' && !small.has(word));
  return new Set(words.map(word => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word)));
}
