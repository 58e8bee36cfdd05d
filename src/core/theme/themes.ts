import { compareText } from '../note/compareText.ts';
import { phrasesIn } from './phrases.ts';
import type { Quote } from './quote.ts';

/** Something that comes back in what others say to a person. */
export interface Theme {
  /** Stable while it is the same: its stems. */
  readonly key: string;
  /** As it was said, the way it was said most. */
  readonly name: string;
  /** What was said of it, the newest first. */
  readonly quotes: readonly Quote[];
}

/** How many are shown. */
const mostThemes = 20;
/** Where there are so many sentences, what stands in a third of them is a way of speaking. */
const enoughSentences = 12;

interface Candidate {
  readonly key: string;
  readonly names: Map<string, number>;
  readonly quotes: Set<Quote>;
}

/**
 * What comes back: the phrases (see {@link phrasesIn}) that at least two people said or that were said on at least two occasions, the
 * newest first. Of phrases with the same quotes the longest is kept, as with the nested terms of C-value (K. Frantzi, S. Ananiadou,
 * H. Mima, 2000), and a phrase that has no quote of its own beside a stronger one is left to it.
 */
export function themesOf(quotes: readonly Quote[]): readonly Theme[] {
  const candidates = [...candidatesOf(quotes).values()].filter(({ quotes: of }) => isShared([...of]));
  const telling = candidates.filter(
    ({ quotes: of }) => quotes.length < enoughSentences || of.size * 3 <= quotes.length,
  );
  const strongest = telling.toSorted((a, b) => weightOf(b) - weightOf(a) || compareText(a.key, b.key));
  const kept: Candidate[] = [];
  for (const candidate of strongest)
    if (!kept.some(other => isSubset(candidate.quotes, other.quotes))) kept.push(candidate);
  return kept.map(themeOf).toSorted(newestFirst).slice(0, mostThemes);
}

function candidatesOf(quotes: readonly Quote[]): ReadonlyMap<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const quote of quotes)
    for (const { key, words } of phrasesIn(quote.text)) {
      const known = candidates.get(key) ?? { key, names: new Map<string, number>(), quotes: new Set<Quote>() };
      candidates.set(key, known);
      known.quotes.add(quote);
      known.names.set(words, (known.names.get(words) ?? 0) + 1);
    }
  return candidates;
}

/** Whether two people said it, or it was said on two occasions. */
function isShared(quotes: readonly Quote[]): boolean {
  const people = new Set(quotes.flatMap(({ by }) => (by === '' ? [] : [by.toLowerCase()])));
  const occasions = new Set(quotes.map(({ occasion }) => occasion));
  return people.size > 1 || occasions.size > 1;
}

/** As C-value weighs a term: the more words it has and the more often it comes back, the more it tells. */
function weightOf({ key, quotes }: Candidate): number {
  return (1 + Math.log2(key.split(' ').length)) * quotes.size;
}

function isSubset(some: ReadonlySet<Quote>, all: ReadonlySet<Quote>): boolean {
  return [...some].every(quote => all.has(quote));
}

function themeOf({ key, names, quotes }: Candidate): Theme {
  const [name = key] = [...names]
    .toSorted(([a, of], [b, ofB]) => ofB - of || compareText(a, b))
    .map(([words]) => words);
  const inOrder = [...quotes].toSorted(
    (a, b) => compareText(b.day, a.day) || compareText(a.path, b.path) || a.line - b.line,
  );
  return { key, name: lowered(name), quotes: inOrder };
}

/** A word that only began a sentence is written small: `Flame graphs` is `flame graphs`, `CI` and `PgBouncer` stay. */
function lowered(name: string): string {
  return name.replace(/^\p{Lu}(?=[\p{Ll}\s]*$)/u, letter => letter.toLowerCase());
}

function newestFirst(a: Theme, b: Theme): number {
  return (
    compareText(b.quotes[0]?.day ?? '', a.quotes[0]?.day ?? '') ||
    b.quotes.length - a.quotes.length ||
    compareText(a.key, b.key)
  );
}
