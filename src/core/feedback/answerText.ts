import { plainWords } from '../markdown/plainWords.ts';
import { fingerprint } from '../note/fingerprint.ts';
import { bodyStartOf, headingIn, proseWithin, sectionsOf } from '../note/sections.ts';
import type { Span } from '../note/problem.ts';

/** A question of an answer: a heading, and what was said below it. */
export interface AnsweredQuestion {
  readonly title: string;
  /** Its heading's line. */
  readonly at: Span;
  /** From the line below the heading to the next question. */
  readonly body: Span;
  /** Whether a word stands below it. */
  readonly isAnswered: boolean;
}

/** The questions of an answer, in the order they stand. */
export function answeredQuestions(text: string): readonly AnsweredQuestion[] {
  return sectionsOf(text).map(({ title, at, body }) => ({ title, at, body, isAnswered: isSaid(text, body) }));
}

/** Whether an answer says anything at all. The note is made when it is first opened, and then it only asks. */
export function saysAnything(text: string): boolean {
  return isSaid(text, { start: bodyStartOf(text), end: text.length });
}

/**
 * What tells whether an answer says something else than it did: a fingerprint of its words, whatever the space around them and its front
 * matter.
 */
export function answerStamp(text: string): string {
  return fingerprint(text.slice(bodyStartOf(text)).replace(/\s+/g, ' ').trim());
}

/** The first words a reader meets below the title and the headings; empty where nothing is said. */
export function firstWords(text: string): string {
  for (const line of saidLines(text)) return line;
  return '';
}

/** The sentences of an answer as a reader sees them, in their order. */
export function sentencesOf(text: string): readonly string[] {
  return [...saidLines(text)].flatMap(line => line.split(/(?<=[.!?…]["'”’)]?)\s+(?=\S)/u));
}

function* saidLines(text: string): Iterable<string> {
  for (const { text: line } of proseWithin(text, { start: bodyStartOf(text), end: text.length })) {
    const words = isWord(line) ? plainWords(line.trim().replace(/^(?:[-*+>]|\d+[.)])\s+/, '')) : '';
    if (words !== '') yield words;
  }
}

function isSaid(text: string, within: Span): boolean {
  for (const { text: line } of proseWithin(text, within)) if (isWord(line)) return true;
  return /^ {0,3}(?:`{3,}|~{3,})/m.test(text.slice(within.start, within.end)); // code may be all that is said
}

/** A heading asks, and a comment is not seen. */
function isWord(line: string): boolean {
  const seen = line.replace(/<!--.*?-->/g, '').trim();
  return seen !== '' && !/^(?:[-*+>]|\d+[.)])$/.test(seen) && headingIn(line) === undefined;
}
