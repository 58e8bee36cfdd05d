import { autonomySupport } from './autonomySupport.ts';
import { career, mentor, review } from './growing.ts';
import type { MeetingQuestion } from './question.ts';
import { regular } from './regular.ts';

export const meetingKinds = ['regular', 'autonomy-support', 'career', 'mentor', 'review'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** What a kind of meeting between two people adds to what every such meeting has. */
export interface KindOfMeeting {
  readonly kind: MeetingKind;
  /** How the note's title begins: `One-to-one`, before `with Lin`. */
  readonly title: string;
  /** What it is for, where one chooses; not a whole sentence. */
  readonly says: string;
  /** Only the person herself may begin it, never who leads her. */
  readonly startedBy?: 'person';
  /** So many months are looked back at; else what happened since the last meeting, or in four weeks. */
  readonly months?: number;
  /** Its own sections, to be written in, in the order they stand. */
  readonly sections: readonly MeetingSection[];
  /** What is worth asking; a note offers those that were not asked for the longest time. */
  readonly questions: readonly MeetingQuestion[];
}

/** A section of a meeting's note that is the person's to write in. */
export interface MeetingSection {
  /** Its words, without hashes. */
  readonly heading: string;
  /** The same in the note of who leads the person, with `NAME` for hers. */
  readonly leaderHeading?: string;
  /** What to write there; a comment in a new note. */
  readonly hint?: string;
  /** What stands there in a new note to be written over, as markdown. */
  readonly lines?: readonly string[];
  /** What is known already and told there by the program, in the order it stands. */
  readonly parts?: readonly SectionPart[];
}

/**
 * What the program may tell in a section: who takes part (`people`), `vision` and `skills` of the person it is about, what was `tried` since, what she may be
 * `proud` of, what is still `open` below the same heading in the last note and comes along, and the `questions` worth asking; those stand last
 * in a note where no section tells them.
 */
export type SectionPart = 'people' | 'vision' | 'skills' | 'tried' | 'proud' | 'open' | 'questions';

/** Every kind of meeting there is, the usual one first. */
export const kindsOfMeeting: Readonly<Record<MeetingKind, KindOfMeeting>> = {
  regular,
  'autonomy-support': autonomySupport,
  career,
  mentor,
  review,
};
