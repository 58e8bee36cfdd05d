import { plainWords } from '../markdown/plainWords.ts';
import { textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import { type Handle, ownerOf, type SharedPath } from '../note/notePath.ts';
import type { Span } from '../note/problem.ts';
import { proseWithin, sectionsOf } from '../note/sections.ts';
import type { Day } from '../time/day.ts';

/** Whose answer to which survey a note is, as the index tells it. */
export interface SurveyAnswer {
  readonly path: SharedPath;
  /** The survey's slug. */
  readonly survey: string;
  /** Whose folder it lies in: nobody speaks for somebody else. */
  readonly from: Handle;
  readonly date?: Day;
}

/** The answers others can read among some notes, to one survey or to all. */
export function surveyAnswersIn(
  notes: readonly (Note & { readonly path: SharedPath })[],
  survey?: string,
): readonly SurveyAnswer[] {
  return allAnswersIn(
    notes.filter(({ isPrivate }) => !isPrivate),
    survey,
  );
}

/** The same with those that somebody keeps to herself. */
export function allAnswersIn(
  notes: readonly (Note & { readonly path: SharedPath })[],
  survey?: string,
): readonly SurveyAnswer[] {
  return notes.flatMap(({ type, head, path }) => {
    const from = ownerOf(path);
    const named = textValue(head['survey'])?.replace(/\.md$/i, '');
    if (type !== 'survey-answer' || from === undefined || named === undefined) return [];
    if (survey !== undefined && named.toLowerCase() !== survey.toLowerCase()) return [];
    const date = dayValue(head['date']);
    return [{ path, survey: named, from, ...(date === undefined ? {} : { date }) }];
  });
}

/** What an answer says below one question. */
export interface Said {
  readonly question: string;
  /** Each paragraph or item of a list, on one line, as a reader sees it. */
  readonly words: readonly string[];
}

/** What an answer says, question by question in its own order. Questions without words are left out; code blocks stay in the answer. */
export function saidIn(text: string): readonly Said[] {
  return sectionsOf(text).flatMap(({ title, body }) => {
    const words = piecesOf([...proseWithin(text, body)].map(line => line.text)).filter(isSaid);
    return words.length === 0 ? [] : [{ question: title, words }];
  });
}

/** Whether there is a word in it. */
function isSaid(words: string): boolean {
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words);
}

const item = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?/;
const nested = /^(?: {2,}|[ \t]*\t)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?/;
const heading = /^ {0,3}#{1,6}[ \t]+/;
const comment = /<!--.*?-->/g;

/** The paragraphs and list items of some lines; what is indented below an item belongs to it. */
function piecesOf(lines: readonly string[]): readonly string[] {
  const pieces: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const shown = line.replace(comment, '').replace(/^ {0,3}>[ \t]?/, '');
    const isBelow = isOpen && nested.test(shown);
    const isNew = !isBelow && (!isOpen || item.test(shown) || heading.test(shown));
    const words = plainWords(shown.replace(heading, '').replace(nested, '').replace(item, ''));
    isOpen = words !== '' && !heading.test(shown);
    if (isNew && words !== '') pieces.push(words);
    else if (words !== '') pieces.push(`${pieces.pop() ?? ''}${isBelow ? ' · ' : ' '}${words}`);
  }
  return pieces;
}

/** Where somebody goes on writing: below the first question she has said nothing to, else below the first. */
export function firstSilent(text: string): number {
  const sections = sectionsOf(text);
  const isSilent = (body: Span) => !piecesOf([...proseWithin(text, body)].map(line => line.text)).some(isSaid);
  return (sections.find(({ body }) => isSilent(body)) ?? sections[0])?.body.start ?? text.length;
}
