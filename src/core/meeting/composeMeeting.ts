import { fileNameOf } from '../note/noteName.ts';
import { sameHandle } from '../people/leads.ts';
import { dayWords } from '../time/dayWords.ts';
import type { Part } from '../week/part.ts';
import { kindsOfMeeting, type MeetingSection, type SectionPart } from './kinds.ts';
import type { Meeting, MeetingFacts, Side } from './meetingFacts.ts';
import { goalLines, needLines, promiseId, promiseLine, questionLines, sinceLines } from './meetingLines.ts';
import { meetingHeadings } from './oneOnOne.ts';
import { openLines, peopleLines, provenLines, skillLines, triedLines, visionLines } from './sectionLines.ts';

/** A section of a meeting's note, from its top to its end. */
export interface MeetingBlock {
  /** The heading of a section that is the person's; undefined for one that is all the program's and has its heading in its part. */
  readonly section?: MeetingSection;
  readonly parts: readonly Part[];
}

/** A meeting's note as its sections, in the order they stand: who leads the other one reads the own promises first. */
export function composeMeeting(facts: MeetingFacts): readonly MeetingBlock[] {
  const { meeting } = facts;
  const { sections } = kindsOfMeeting[meeting.kind];
  return [
    ...promiseBlocks(facts),
    ...sinceBlocks(facts),
    ...(meeting.side === 'leads' ? [{ section: noticed, parts: [] }] : []),
    ...sections.map(section => kindBlock(section, facts)),
    kindBlock(talk, facts),
    ...(sections.some(({ parts = [] }) => parts.includes('questions'))
      ? []
      : [program('questions', meetingHeadings.questions, questionLines(facts))]),
  ];
}

/** The headings below which something open comes along from one note of such a meeting into the next. */
export function carriedHeadings({ kind, side, other }: Pick<Meeting, 'kind' | 'side' | 'other'>): readonly string[] {
  return [...kindsOfMeeting[kind].sections, talk]
    .filter(({ parts = [] }) => parts.includes('open'))
    .map(section => headingOf(section, side, other.name));
}

/** What a section is called in the note of one side. */
function headingOf({ heading, leaderHeading = heading }: MeetingSection, side: Side, name: string): string {
  return side === 'leads' ? leaderHeading.replace('NAME', () => name) : heading;
}

const talk: MeetingSection = {
  heading: meetingHeadings.talkAbout,
  hint: 'What is still open here ("- [ ] …") comes along into the next note with the same person.',
  lines: ['- [ ] '],
  parts: ['open'],
};

const noticed: MeetingSection = {
  heading: 'What I noticed',
  hint: 'What you saw yourself, and what it did. It comes after what the other one has to say.',
  lines: ['- '],
};

function promiseBlocks(facts: MeetingFacts): readonly MeetingBlock[] {
  const { me, side } = facts.meeting;
  const block = (name: string, heading: string, isMine: boolean): MeetingBlock => ({
    section: { heading },
    parts: [
      {
        name,
        lines: facts.promises
          .filter(({ by }) => sameHandle(by, me.handle) === isMine)
          .map(promise => promiseLine(promise, facts.meeting.day)),
        retired: (facts.settled ?? []).map(promiseId),
      },
    ],
  });
  const toMe = block('promised-to-me', meetingHeadings.promisedToMe, false);
  const byMe = block('promised-by-me', meetingHeadings.promisedByMe, true);
  return side === 'led' ? [toMe, byMe] : [byMe, toMe];
}

function sinceBlocks(facts: MeetingFacts): readonly MeetingBlock[] {
  const { day, side, other } = facts.meeting;
  const since = dayWords(facts.since, day);
  const isLeader = side === 'leads';
  return [
    program('since', isLeader ? `What ${other.name} shared since ${since}` : `Since ${since}`, [
      ...sinceLines(facts),
      ...goalLines(facts),
    ]),
    program('needs', isLeader ? `What ${other.name} needs` : 'What I need', needLines(facts)),
  ];
}

function kindBlock(section: MeetingSection, facts: MeetingFacts): MeetingBlock {
  const { side, other } = facts.meeting;
  const heading = headingOf(section, side, other.name);
  const parts = (section.parts ?? []).map(part => ({
    name: nameOf(part, section),
    lines: linesOf[part](facts, heading),
  }));
  return { section: { ...section, heading }, parts };
}

/** What is open in several sections goes by their names: a part's name stands once in a note. */
function nameOf(part: SectionPart, { heading }: MeetingSection): string {
  return part === 'open' ? `open-${fileNameOf(heading).replace(/[^a-z]+/g, '-')}` : part;
}

const linesOf: Readonly<Record<SectionPart, (facts: MeetingFacts, heading: string) => Part['lines']>> = {
  people: peopleLines,
  vision: visionLines,
  skills: skillLines,
  tried: triedLines,
  proud: provenLines,
  open: openLines,
  questions: questionLines,
};

function program(name: string, heading: string, lines: Part['lines']): MeetingBlock {
  return { parts: [{ name, heading: `## ${heading}`, lines }] };
}
