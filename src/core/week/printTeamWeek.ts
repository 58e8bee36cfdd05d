import { escapeText } from '../markdown/markdown.ts';
import type { SharedPath } from '../note/notePath.ts';
import { addDays } from '../time/day.ts';
import { mondayOf } from '../time/week.ts';
import type { TeamLine, TeamWeek } from './teamWeek.ts';

/** A line of a note. */
export interface LineOfNote {
  readonly path: SharedPath;
  /** Counted from 1. */
  readonly line: number;
}

/** A page to be read: markdown, and by the index of its lines from 0 the note behind each that has one. */
export interface TeamPage {
  readonly text: string;
  readonly sources: ReadonlyMap<number, LineOfNote>;
  /** Where the name of who wrote a line begins in it. The rest stays free of links: a page is read before it is clicked. */
  readonly names: ReadonlyMap<number, number>;
}

interface Row {
  readonly text: string;
  readonly source?: LineOfNote;
  readonly nameAt?: number;
}

/** The team's week as markdown. Everybody's words show as they are meant, as text and nothing else. */
export function printTeamWeek(team: TeamWeek): TeamPage {
  const { week, asks, feedback, learned, people } = team;
  const monday = mondayOf(week);
  const rows: readonly Row[] = [
    { text: `# Week ${Number(week.slice(6))} · the team` },
    ...[{ text: '' }, { text: `${monday} – ${addDays(monday, 6)}` }],
    ...(people.length === 0 ? [{ text: '' }, { text: 'Nobody has shared a note of this week yet.' }] : []),
    ...section('Asks and roadblocks', asks),
    ...section('Feedback wanted', feedback),
    ...section('Learned', learned),
    ...workedOn(team),
  ];
  const sources = rows.flatMap(({ source }, index) => (source ? [[index, source] as const] : []));
  const names = rows.flatMap(({ nameAt }, index) => (nameAt === undefined ? [] : [[index, nameAt] as const]));
  return {
    text: `${rows.map(({ text }) => text).join('\n')}\n`,
    sources: new Map(sources),
    names: new Map(names),
  };
}

function section(title: string, lines: readonly TeamLine[]): readonly Row[] {
  if (lines.length === 0) return [];
  return [...heading(`## ${title}`), { text: '' }, ...lines.map(line => rowOf(line, true))];
}

function workedOn({ people }: TeamWeek): readonly Row[] {
  const told = people.flatMap(({ name, path, opening, worked }) => [
    { text: '' },
    { text: `### ${escapeText(name)}`, source: { path, line: 1 }, nameAt: '### '.length },
    ...(opening === '' ? [] : [{ text: '' }, { text: escapeText(opening), source: { path, line: 1 } }]),
    ...(worked.length === 0 ? [] : [{ text: '' }, ...worked.map(line => rowOf(line, false))]),
  ]);
  return told.length === 0 ? [] : [...heading('## Worked on'), ...told];
}

function heading(text: string): readonly Row[] {
  return [{ text: '' }, { text }];
}

/** One line of a note; below its writer's name that need not be said again. */
function rowOf({ words, by, asked, due, path, line }: TeamLine, saysWho: boolean): Row {
  const said = [
    escapeText(words),
    ...(asked.length > 0 && saysWho ? [`asks ${asked.map(escapeText).join(' and ')}`] : []),
    ...(due === undefined ? [] : [`by ${due}`]),
    ...(saysWho ? [escapeText(by)] : []),
  ];
  const text = `- ${said.join(' · ')}`;
  return { text, source: { path, line }, ...(saysWho && { nameAt: text.length - escapeText(by).length }) };
}
