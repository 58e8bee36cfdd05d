import { plainWords } from '../markdown/plainWords.ts';
import { compareText } from '../note/compareText.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf } from '../note/sections.ts';
import { addDays, type Day } from '../time/day.ts';
import { droppedSpans, mayLeave } from './points.ts';
import type { MeetingQuestion } from './question.ts';

/** For so many days a question is not offered again. */
export const restDays = 56;

/** When each question was last in a note, by {@link questionKey}. */
export type AskedOn = ReadonlyMap<string, Day>;

/** What a question is recognised by, however its line is marked and whatever was answered behind it. */
function questionKey(line: string): string {
  const words = line.replace(/^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\[.\][ \t]+)?/u, '');
  return plainWords(words).replace(/\?.*$/s, '?').replace(/[’'`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** When each question that stands in these notes was last there. One that was deleted, crossed out or dropped was not asked. */
export function askedOn(notes: readonly { readonly day: Day; readonly text: string }[]): AskedOn {
  const asked = new Map<string, Day>();
  for (const { day, text } of notes) {
    const dropped = droppedSpans(text);
    for (const { words, at } of linesWithin(text, bodyStartOf(text))) {
      const key = words.includes('?') && mayLeave(at, dropped) ? questionKey(words) : '';
      if (key !== '' && (asked.get(key) ?? '') < day) asked.set(key, day);
    }
  }
  return asked;
}

/**
 * The questions that were not asked for the longest time, those that never were first; none that was within eight weeks before the day of
 * the meeting.
 */
export function longestUnasked(
  questions: readonly MeetingQuestion[],
  asked: AskedOn,
  day: Day,
): readonly MeetingQuestion[] {
  const lastOf = ({ text }: MeetingQuestion) => asked.get(questionKey(text)) ?? '';
  return questions
    .filter(question => lastOf(question) <= addDays(day, -restDays))
    .toSorted((a, b) => compareText(lastOf(a), lastOf(b)));
}

/**
 * The same, but what was covered least recently comes first: a question for each thing they cover, in turns.
 *
 * @example
 * // choice was asked about in March, reasons in May, belonging never: belonging, choice, reasons
 */
export function leastCovered(
  questions: readonly MeetingQuestion[],
  asked: AskedOn,
  day: Day,
): readonly MeetingQuestion[] {
  const covered = new Map<string, Day>();
  for (const { covers = '', text } of questions) {
    const last = asked.get(questionKey(text)) ?? '';
    if ((covered.get(covers) ?? '') <= last) covered.set(covers, last);
  }
  const open = longestUnasked(questions, asked, day);
  const order = [...covered].toSorted(([, a], [, b]) => compareText(a, b)).map(([covers]) => covers);
  const inTurns = order.map(covers => open.filter(question => (question.covers ?? '') === covers));
  const longest = Math.max(0, ...inTurns.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => inTurns.flatMap(of => of[turn] ?? [])).flat();
}
