import { plainWords } from '../markdown/plainWords.ts';
import { isCalled } from '../note/appendItem.ts';
import { listItemsOf, type ListItem } from '../note/listItems.ts';
import type { Span } from '../note/problem.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { autonomyHeadings } from './autonomySupport.ts';

/** What becomes of a point: she says it, who speaks for her does, or nobody: it is dropped and stays where it is. */
export const pointWays = ['I say', 'Advocate says', 'Drop'] as const;
export type PointWay = (typeof pointWays)[number];

/** Something a person wants to be said in a meeting. */
export interface Point {
  /** Its words, without the way. */
  readonly text: string;
  /** Absent while she has not decided. */
  readonly way?: PointWay;
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** Its line, without the ending. */
  readonly at: Span;
  /** With everything that is indented below it. */
  readonly block: Span;
}

const wayInFront =
  /^(?:(?<say>I say)|(?<advocate>(?:my )?advocate says|@[^\s:]+ says)|(?<drop>drop(?:ped)?))[ \t]*(?:[:–—][ \t]*|$)(?<rest>.*)$/isu;

/**
 * The points of a meeting's note, in their order: the items of the list below their heading.
 *
 * @example
 * pointsOf('## My points\n- Drop: the tone on Monday')[0]; //=> { way: 'Drop', text: 'the tone on Monday', … }
 */
export function pointsOf(text: string): readonly Point[] {
  return listItemsOf(text).flatMap(item => {
    const isPoint = item.parent === undefined && isCalled(item.section ?? '', autonomyHeadings.points);
    return isPoint ? [pointAt(item)] : [];
  });
}

function pointAt({ words, line, at, block }: ListItem): Point {
  const shown = plainWords(withoutBox(words));
  const { say, advocate, drop, rest } = wayInFront.exec(shown)?.groups ?? {};
  const place = { line, at, block };
  if (isCrossedOut(words)) return { text: rest ?? shown, way: 'Drop', ...place };
  if (say !== undefined) return { text: rest ?? '', way: 'I say', ...place };
  if (advocate !== undefined) return { text: rest ?? '', way: 'Advocate says', ...place };
  return drop === undefined ? { text: shown, ...place } : { text: rest ?? '', way: 'Drop', ...place };
}

/** The edit that decides about a point, or decides anew. Only what stands in front of its words changes. */
export function pointDecided(text: string, { at }: Point, way: PointWay): readonly TextEdit[] {
  const line = text.slice(at.start, at.end);
  const front = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(line)?.[0].length ?? 0;
  const box = /^\[(.)\][ \t]+/su.exec(line.slice(front));
  const start = front + (box && box[1] !== '-' ? box[0].length : 0);
  const behind = start + (box?.[1] === '-' ? box[0].length : 0);
  const was =
    /^(?:[*_]{0,2})(?:I say|(?:my )?advocate says|@[^\s:]+ says|drop(?:ped)?)[*_]{0,2}[ \t]*[:–—][*_]{0,2}[ \t]*/iu;
  const old = was.exec(line.slice(behind))?.[0].length ?? 0;
  const edit = { at: { start: at.start + start, end: at.start + behind + old }, text: `${way}: ` };
  return text.slice(edit.at.start, edit.at.end) === edit.text ? [] : [edit];
}

/**
 * What must never leave a note: its dropped points with everything below them, and whatever begins with `Drop:` or is
 * crossed out, wherever in the note it stands.
 */
export function droppedSpans(text: string): readonly Span[] {
  const items = listItemsOf(text).flatMap(({ words, block }) => (isDropped(words) ? [block] : []));
  return [...items, ...droppedParagraphs(text)];
}

/** From a line that is dropped to the end of its paragraph. */
function droppedParagraphs(text: string): readonly Span[] {
  return linesWithin(text, bodyStartOf(text)).flatMap(({ words, at: { start } }) => {
    if (!isDropped(words.replace(/^[ \t]*(?:>[ \t]*)*/, ''))) return [];
    const length = text.slice(start).search(/\r?\n[ \t]*(?:\r?\n|$)/);
    return [{ start, end: length < 0 ? text.length : start + length }];
  });
}

function isDropped(words: string): boolean {
  return wayInFront.exec(plainWords(withoutBox(words)))?.groups?.['drop'] !== undefined || isCrossedOut(words);
}

/**
 * Whether something that stands at a place of a note may be shown to others at all: nothing of it belongs to a dropped point.
 *
 * @param dropped as {@link droppedSpans} answers
 */
export function mayLeave({ start, end }: Span, dropped: readonly Span[]): boolean {
  return dropped.every(each => end <= each.start || start >= each.end);
}

/** A box with a dash is crossed out, as is what stands between tildes from one end to the other. */
function isCrossedOut(words: string): boolean {
  return /^\[-\](?:[ \t]|$)/.test(words) || /^~~.*~~$/su.test(withoutBox(words).trim());
}

function withoutBox(words: string): string {
  return words.replace(/^\[.\](?:[ \t]+|$)/su, '');
}
