import { plainWords } from '../markdown/plainWords.ts';
import { bodyStartOf, headingIn } from '../note/sections.ts';
import { linesBelow, linesWithin } from '../note/sectionLines.ts';
import { tasksOf } from '../note/tasks.ts';
import type { Week } from '../time/week.ts';
import { isSame } from '../week/placeParts.ts';

/** What a person tells of a week in the note she published, as plain words of hers: to be escaped where they are written. */
export interface ToldWeek {
  readonly week: Week;
  /** What she says before any heading. Empty where she says nothing there. */
  readonly words: string;
  /** What she worked on, as she lets it stand. */
  readonly worked: readonly string[];
  /** What she is stuck with. */
  readonly asks: readonly string[];
}

/** Reads a weekly note as somebody else reads it. */
export function toldWeek(week: Week, text: string): ToldWeek {
  const asks = tasksOf(text).filter(({ state, section = '' }) => state === 'open' && isSame(section, 'Roadblocks'));
  return { week, words: firstParagraph(text), worked: workedOn(text), asks: asks.map(task => plainWords(task.text)) };
}

function firstParagraph(text: string): string {
  const words: string[] = [];
  for (const line of linesWithin(text, bodyStartOf(text))) {
    const { level } = headingIn(line.words) ?? {};
    const isBlank = line.words.trim() === '' || /^\s*<!--/.test(line.words);
    if (level === 1 || (isBlank && words.length === 0)) continue;
    if (level !== undefined || isBlank || /^\s*(?:[-*+>]|\d+[.)])\s/.test(line.words)) break;
    words.push(line.words.trim());
  }
  return plainWords(words.join(' '));
}

/** Its lines without the links behind them; what is folded away is no matter for a talk. */
function workedOn(text: string): readonly string[] {
  const lines = linesBelow(text, 'Worked on').map(({ words }) => words);
  const folded = lines.findIndex(line => line.startsWith('<details'));
  return lines
    .slice(0, folded < 0 ? undefined : folded)
    .flatMap(line => /^[-*+][ \t]+(.+)$/.exec(line)?.[1] ?? [])
    .map(item => (plainWords(item).split(' · ')[0] ?? '').trim())
    .filter(words => words !== '');
}
