import { escapeText } from '../markdown/markdown.ts';
import { fingerprint } from '../note/fingerprint.ts';
import type { Handle } from '../note/notePath.ts';
import { printTitle } from '../note/printNote.ts';
import type { Part } from '../week/part.ts';
import { besidesSection, questionKey } from './survey.ts';
import type { Said } from './surveyAnswer.ts';

/** What one person said. */
export interface PersonSaid {
  readonly from: Handle;
  readonly said: readonly Said[];
}

/** From how many people on there is a summary: among fewer, everybody would know whose words are whose. */
const fewestAnswers = 3;

/** Whether enough people said something. A file with nothing but headings is no answer, and two files of one person are one. */
export function isEnough(answers: readonly PersonSaid[]): boolean {
  return (
    new Set(answers.filter(({ said }) => said.length > 0).map(({ from }) => from.toLowerCase())).size >= fewestAnswers
  );
}

/**
 * What was said, as generated parts for the survey's note: one below each question, its words as they were written and without names.
 * The same words stand there once, and in the order of the alphabet, so that nothing tells how many said them or who. Nothing where
 * fewer than three people answered.
 */
export function summaryParts(questions: readonly string[], answers: readonly PersonSaid[]): readonly Part[] {
  if (!isEnough(answers)) return [];
  const below = new Map<string, Said[]>(questions.map(question => [questionKey(question), []]));
  const besides: Said[] = [];
  for (const said of answers.flatMap(answer => answer.said))
    (below.get(questionKey(said.question)) ?? besides).push(said);
  return [
    ...questions.map(question => partOf(question, wordsOf(below.get(questionKey(question)) ?? []))),
    partOf(besidesSection, wordsOf(besides)),
  ];
}

function wordsOf(said: readonly Said[]): readonly string[] {
  return [...new Set(said.flatMap(({ words }) => words))].toSorted((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
}

function partOf(question: string, words: readonly string[]): Part {
  return {
    name: `said-${lettersOf(question)}`,
    heading: `## ${printTitle(question)}`,
    lines: words.map(said => ({ facts: [{ id: said, markdown: `- ${escapeText(said)}` }] })),
  };
}

/** A name of letters only for a question, whatever its script, so that it stays the same where questions change places. */
function lettersOf(question: string): string {
  const digits = fingerprint(questionKey(question)).slice(0, 8);
  return digits.replace(/[0-9]/g, digit => 'ghijklmnop'[Number(digit)] ?? 'q');
}
