import { escapeText } from '../markdown/markdown.ts';
import { cleanText, shortened } from '../markdown/cleanText.ts';
import { fileNameOf } from '../note/noteName.ts';
import { slugOf, type Handle, type SharedPath } from '../note/notePath.ts';
import { eolOf } from '../note/noteText.ts';
import { printNote, printTitle } from '../note/printNote.ts';
import { isSafeName } from '../note/safePath.ts';
import { bodyStartOf, findH1 } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Person } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import { answeredQuestions } from './answerText.ts';
import type { FeedbackRequest } from './request.ts';

/** More questions than anybody answers; a note of ours is not made longer than that. */
const mostQuestions = 50;

/** What is asked where a request has no question of its own: first what was seen. */
const usualQuestions = ['What did you notice first?', 'What would you ask me?'];

/** Where somebody's answer to a request goes. */
export function answerPath({ path }: Pick<FeedbackRequest, 'path'>, by: Handle): SharedPath {
  const whole = `${slugOf(path)}-${by}.md`;
  const name = isSafeName(whole) ? whole : `${fileNameOf(slugOf(path))}-${fileNameOf(by).slice(0, 30)}.md`;
  return `people/${by}/answers/${name}` as SharedPath;
}

/** A new answer: the questions, and room below each. */
export function printAnswer(
  { id, title }: Pick<FeedbackRequest, 'id' | 'title'>,
  questions: readonly string[],
  { by, day }: { readonly by: Person; readonly day: Day },
): string {
  const own = questions.map(question => cleanText(question)).filter(question => question !== '');
  const asked = own.length > 0 ? own.slice(0, mostQuestions) : usualQuestions;
  const head = printNote({
    head: { type: 'feedback-answer', request: id, from: by.handle, date: day },
    title: cleanText(`${title}: ${by.name}`),
    body: '',
  });
  const headings = asked.map(question => `## ${printTitle(shortened(question, 300))}\n`);
  return `${head}\n${headings.join('\n\n')}\n`;
}

/** A new answer that only says why there is none. */
export function printDeclined(
  { id, title }: Pick<FeedbackRequest, 'id' | 'title'>,
  why: string,
  { by, day }: { readonly by: Person; readonly day: Day },
): string {
  return printNote({
    head: { type: 'feedback-answer', request: id, from: by.handle, date: day, declined: day },
    title: cleanText(`${title}: ${by.name}`),
    body: escapeText(why),
  });
}

/** The edit that says below the title why there is no answer; nothing below it is touched. */
export function whyAdded(text: string, why: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const title = findH1(text);
  if (title) return [{ at: { start: title.at.end, end: title.at.end }, text: `${eol}${eol}${escapeText(why)}` }];
  const start = bodyStartOf(text);
  return [{ at: { start, end: start }, text: `${escapeText(why)}${eol}${eol}` }];
}

/**
 * Where in an answer one goes on: on the line below its first open question, or at the end where none is open.
 *
 * @param question the one that is meant instead, by its heading's words
 */
export function placeToAnswer(text: string, question?: string): number {
  const questions = answeredQuestions(text);
  const meant = questions.find(({ title }) => title === question) ?? questions.find(({ isAnswered }) => !isAnswered);
  if (!meant) return text.trimEnd().length;
  if (meant.isAnswered) return meant.body.start + text.slice(meant.body.start, meant.body.end).trimEnd().length;
  const isRoom = meant.body.start === text.length || /^[ \t]*\r?\n/.test(text.slice(meant.body.start, meant.body.end));
  return isRoom ? meant.body.start : meant.at.end;
}
