import { shortened } from '../markdown/cleanText.ts';
import { plainWords } from '../markdown/plainWords.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';
import type { Week } from '../time/week.ts';
import { toldIn, type Told } from './toldIn.ts';

/** The note of somebody's week, as it was shared. */
export interface SharedWeek {
  readonly handle: Handle;
  readonly name: string;
  readonly path: SharedPath;
  readonly text: string;
}

/** One line of the page, in plain words, and where it comes from. */
export interface TeamLine {
  readonly words: string;
  /** Who wrote it. */
  readonly by: string;
  readonly path: SharedPath;
  /** Of the note, counted from 1. */
  readonly line: number;
  /** Names of those who are asked. */
  readonly asked: readonly string[];
  readonly due?: Day;
}

/** What one person worked on. */
export interface PersonsWeek {
  readonly name: string;
  readonly path: SharedPath;
  /** Her own first words. */
  readonly opening: string;
  readonly worked: readonly TeamLine[];
}

/** The shared weekly notes of one week on one page. Who has shared none is simply not there. */
export interface TeamWeek {
  readonly week: Week;
  readonly asks: readonly TeamLine[];
  readonly feedback: readonly TeamLine[];
  readonly learned: readonly TeamLine[];
  readonly people: readonly PersonsWeek[];
}

const longestName = 60;
const longestLine = 280;
const handle = /(?<![\p{L}\p{N}._-])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/gu;

/**
 * Puts the shared weeks onto one page: what is asked for first, then what was learned, then what everybody worked on.
 *
 * @param notes in the order people shall stand in
 * @param nameOf what a handle's person is called
 */
export function teamWeek(week: Week, notes: readonly SharedWeek[], nameOf: (handle: Handle) => string): TeamWeek {
  const told = notes.map(note => ({ note, ...toldIn(note.text) }));
  const lines = (kind: Told['kind']) =>
    told.flatMap(({ note, items }) => items.filter(item => item.kind === kind).map(item => lineOf(note, item, nameOf)));
  return {
    week,
    asks: lines('asks'),
    feedback: lines('feedback'),
    learned: lines('learned'),
    people: told.map(({ note, opening, items }) => ({
      name: shortened(note.name, longestName),
      path: note.path,
      opening: shortened(plainWords(opening), longestLine),
      worked: items.filter(({ kind }) => kind === 'worked').map(item => lineOf(note, item, nameOf)),
    })),
  };
}

function lineOf({ name, path }: SharedWeek, { words, line, due }: Told, nameOf: (handle: Handle) => string): TeamLine {
  const said = plainWords(words);
  const asked = [...new Set([...said.matchAll(handle)].map(([, who = '']) => shortened(nameOf(who), longestName)))];
  return {
    words: shortened(withoutLastHandles(said), longestLine),
    by: shortened(name, longestName),
    path,
    line,
    asked,
    ...(due !== undefined && { due }),
  };
}

/** Whom a line asks stands behind it by name: a handle at its end would say it twice. */
function withoutLastHandles(said: string): string {
  const words = said.split(' ');
  while (/^@[\p{L}\p{N}._-]+$/u.test(words.at(-1) ?? '') && words.length > 1) words.pop();
  return words.join(' ');
}
