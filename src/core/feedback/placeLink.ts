import { eolOf } from '../note/noteText.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { answeredQuestions } from './answerText.ts';
import { placeToAnswer } from './printAnswer.ts';

/**
 * The edit that puts a link below a question of an answer, in a line of its own, with room to go on behind it. What stands there
 * already stays.
 *
 * @param question its heading's words; without one the first open question
 */
export function linkPlaced(text: string, link: string, question?: string): TextEdit {
  const eol = eolOf(text);
  const start = placeToAnswer(text, question);
  const meant = answeredQuestions(text).find(
    ({ at, body }) => at.start <= start && start <= body.end && at.end <= start,
  );
  const isRoom = start === 0 || text[start - 1] === '\n';
  const gap = isRoom ? '' : meant?.isAnswered === false ? eol : eol + eol;
  const isLineOver = /^[ \t]*(?:\r?\n|$)/.test(text.slice(start));
  return { at: { start, end: start }, text: `${gap}${link} ${isLineOver ? '' : eol}` };
}
