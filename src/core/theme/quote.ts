import { plainWords } from '../markdown/plainWords.ts';
import { isCalled } from '../note/appendItem.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import type { Span } from '../note/problem.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf, headingIn, sectionsOf } from '../note/sections.ts';
import type { Day } from '../time/day.ts';

/** A sentence somebody said to a person, where and when. */
export interface Quote {
  readonly text: string;
  /** Who said it; empty where that is told nowhere, as in a survey's summary. */
  readonly by: Handle;
  readonly day: Day;
  /** What it was said about: the same for everything that was said on one occasion, such as one request. */
  readonly occasion: string;
  /** What it was said about, in words: a request's or a survey's title. */
  readonly about: string;
  readonly path: SharedPath;
  /** Counted from 1, in the whole note. */
  readonly line: number;
}

/** More sentences than anybody writes into one note: what a stranger repeats without end is not looked through. */
const mostSentences = 500;
/** Made once: it costs more than a text does. */
const segments = new Intl.Segmenter('en', { granularity: 'sentence' });

const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?(?:\d{1,2}:\d{2}[ \t]+)?/;

/**
 * The sentences of an answer with their lines. Below questions only what stands below one counts: above the first there is nothing but
 * the program's own words. What an answer itself quotes is somebody else's.
 *
 * @param passedOver headings below which nothing counts
 */
export function sentencesOf(text: string, passedOver: readonly string[] = []): readonly Pick<Quote, 'text' | 'line'>[] {
  const sections = sectionsOf(text);
  const from = sections[0]?.at.start ?? bodyStartOf(text);
  const over = sections.filter(({ title }) => passedOver.some(heading => isCalled(title, heading)));
  const isOver = ({ start }: Span) => over.some(({ body }) => start >= body.start && start < body.end);
  const pieces: { text: string; line: number; isOpen: boolean }[] = [];
  for (const { words, line, at } of linesWithin(text, from)) {
    if (isOver(at)) continue;
    const last = pieces.at(-1);
    const shown = plainWords(words.replace(/<!--.*?-->/g, '').replace(item, ''));
    const isPlain = shown !== '' && headingIn(words) === undefined && !/^ {0,3}[>|]/.test(words);
    if (isPlain && last?.isOpen === true && !item.test(words)) last.text += ` ${shown}`;
    else if (isPlain) pieces.push({ text: shown, line, isOpen: true });
    else if (last) last.isOpen = false;
  }
  return firstSentences(pieces);
}

function firstSentences(pieces: readonly Pick<Quote, 'text' | 'line'>[]): readonly Pick<Quote, 'text' | 'line'>[] {
  const found: Pick<Quote, 'text' | 'line'>[] = [];
  for (const { text, line } of pieces)
    for (const { segment } of segments.segment(text)) {
      const sentence = segment.trim();
      if (found.length === mostSentences) return found;
      if (/[\p{L}\p{N}]/u.test(sentence)) found.push({ text: sentence, line });
    }
  return found;
}
