import { present } from '../note/headValues.ts';
import { printNote } from '../note/printNote.ts';
import { linesWithin } from '../note/sectionLines.ts';
import { bodyStartOf, sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { dayWords } from '../time/dayWords.ts';
import { findParts } from '../week/generatedPart.ts';
import { printKnown, printPart } from '../week/part.ts';
import { isSame, placeParts } from '../week/placeParts.ts';
import type { MeetingBlock } from './composeMeeting.ts';
import { kindsOfMeeting } from './kinds.ts';
import type { Meeting } from './meetingFacts.ts';
import { meetingHeadings } from './oneOnOne.ts';

/** A meeting's note that is not there yet, with room for the person's own words. */
export function printMeeting(meeting: Meeting, blocks: readonly MeetingBlock[]): string {
  const { day, kind, other, advocate } = meeting;
  const told = blocks.flatMap(({ parts }) => parts).filter(({ lines }) => lines.length > 0);
  const known = told.length === 0 ? [] : [printKnown(told.map(({ name }) => name))];
  return printNote({
    head: { type: 'one-on-one', date: day, with: other.handle, kind, ...present('advocate', advocate) },
    title: `${kindsOfMeeting[kind].title} with ${other.name}, ${dayWords(day, day)}`,
    body: [...blocks.flatMap(printBlock), ...known].join('\n\n'),
  });
}

/** The edits that bring a meeting's note up to date around what the person wrote. Questions it was given once stay the ones of that day. */
export function placeMeeting(text: string, blocks: readonly MeetingBlock[]): readonly TextEdit[] {
  const parts = blocks.flatMap(({ section, parts: own }) =>
    own.map(part => (section ? { ...part, heading: `## ${section.heading}` } : part)),
  );
  const { parts: standing, known } = findParts(text);
  const given = new Set([...standing.map(({ name }) => name), ...(known?.names ?? [])]);
  return placeParts(
    text,
    parts.filter(({ name }) => name !== 'questions' || !given.has(name)),
  ).edits;
}

function printBlock({ section, parts }: MeetingBlock): readonly string[] {
  const told = parts.flatMap(part => printPart(part, { heading: section === undefined }) ?? []);
  if (!section) return told;
  const { heading, hint, lines = [] } = section;
  return [
    `## ${heading}`,
    ...told,
    ...(hint === undefined ? [] : [`<!-- ${hint} -->`]),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

/** Where the person goes on writing: behind the first line that waits for words, else behind the last line of what she wants to talk about. */
export function placeToWrite(text: string): number {
  const from = bodyStartOf(text);
  const waiting = linesWithin(text, from).find(({ words }) => /^[-*+](?: \[ \])?$/.test(words));
  if (waiting) return waiting.at.end;
  const talk = sectionsOf(text).find(({ title }) => isSame(title, meetingHeadings.talkAbout));
  if (!talk) return from;
  return talk.body.start + text.slice(talk.body.start, talk.body.end).trimEnd().length;
}
