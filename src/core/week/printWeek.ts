import { escapeText } from '../markdown/markdown.ts';
import { printNote } from '../note/printNote.ts';
import { bodyStartOf } from '../note/sections.ts';
import { joinLines, printKnown, printLine, printPart, type Part } from './part.ts';
import type { WeekReport } from './weekReport.ts';

/** What stands in a new note for her eyes only: comments, so that a note sent as it is shows nothing unfinished. */
const firstWords = '<!-- What changed for someone this week? A sentence or two of your own go well here. -->';
const lastWords =
  '<!-- Yours to add: uncomment a heading. What is open under "Next week" ("- [ ] …") comes along into the next note. -->';
const hers = ['## Roadblocks', '## Feedback wanted', '## Next week'];

/** A week's note that is not there yet, with its markers and a place for her own words. */
export function printWeek(report: Pick<WeekReport, 'week' | 'person'>, parts: readonly Part[]): string {
  const told = parts.flatMap(part => printPart(part) ?? []);
  const there = parts.filter(part => part.lines.length > 0);
  const toAdd = hers.filter(heading => there.every(part => part.heading !== heading));
  const offers = [lastWords, ...toAdd.map(heading => `<!-- ${heading} -->`)].join('\n');
  const known = printKnown(there.map(part => part.name));
  return printNote({
    head: headOf(report),
    title: titleOf(report),
    body: [firstWords, ...told, offers, known].join('\n\n'),
  });
}

/** The same note around another layout, such as a team's own template. */
export function printLayout(
  report: Pick<WeekReport, 'week' | 'person'>,
  body: string,
  known: readonly string[],
): string {
  const note = printNote({ head: headOf(report), title: '', body });
  return `${note.trimEnd()}\n\n${printKnown(known)}\n`;
}

/** The week to be read only, without markers and front matter. */
export function printDraft(report: Pick<WeekReport, 'week' | 'person'>, parts: readonly Part[]): string {
  const told = parts
    .filter(part => part.lines.length > 0)
    .map(({ heading, lines }) => {
      const words = joinLines(lines.map(line => printLine(line)));
      return heading === undefined ? words : `${heading}\n\n${words}`;
    });
  return `${[`# ${escapeText(titleOf(report))}`, ...told].join('\n\n')}\n`;
}

/** A note to be read only: without front matter, markers and comments of one line. */
export function withoutMarks(note: string): string {
  const body = note.slice(bodyStartOf(note)).replace(/^[ \t]*<!--(?:(?!-->).)*-->[ \t]*(?:\r?\n|$)/gm, '');
  return `${body
    .replace(/\r\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** `Week 47 · Ada` */
export function titleOf({ week, person }: Pick<WeekReport, 'week' | 'person'>): string {
  return `Week ${Number(week.slice(6))} · ${person.name}`;
}

function headOf({ week, person }: Pick<WeekReport, 'week' | 'person'>) {
  return { type: 'weekly', week, person: person.handle };
}
