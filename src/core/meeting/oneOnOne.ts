import { present, textValue } from '../note/headValues.ts';
import { compareText } from '../note/compareText.ts';
import type { Note } from '../note/note.ts';
import { dayOfNote } from '../note/noteDays.ts';
import type { Handle, PrivatePath } from '../note/notePath.ts';
import { sameHandle } from '../people/leads.ts';
import type { Day } from '../time/day.ts';
import { meetingKinds, type MeetingKind } from './kinds.ts';

/** A meeting of two as the note of one of them has it. */
export interface OneOnOne {
  readonly path: PrivatePath;
  readonly day: Day;
  /** The other one. */
  readonly with: Handle;
  /** `regular` where the note says nothing else. */
  readonly kind: MeetingKind;
  /** Who speaks for the person, as the note was prepared. */
  readonly advocate?: Handle;
}

/** The headings of a meeting's note that mean something to the program. */
export const meetingHeadings = {
  /** What the other one promised; a line may name somebody else in front: `@sam …`. */
  promisedToMe: 'Promised to me',
  promisedByMe: 'Promised by me',
  /** Open task lines here go on into the next note with the same person. */
  talkAbout: 'What I want to talk about',
  questions: 'Questions not asked for the longest time',
} as const;

/** Where a meeting's note goes on the private shelf: `one-on-ones/2026-11-24-ada-lin.md`, whoever prepares it first in the name. */
export function oneOnOnePath({ day, me, other }: { readonly day: Day; readonly me: Handle; readonly other: Handle }) {
  return `one-on-ones/${day}-${me}-${other}.md` as PrivatePath;
}

/** The meeting a private note is about; undefined for another note, or one that says neither when nor with whom. */
export function oneOnOneOf({ type, head, path }: Note & { readonly path: PrivatePath }): OneOnOne | undefined {
  if (type !== 'one-on-one') return undefined;
  const day = dayOfNote({ head, path });
  const [other, advocate] = [head['with'], head['advocate']].map(who => textValue(who)?.replace(/^@/, ''));
  if (day === undefined || other === undefined) return undefined;
  const kind = meetingKinds.find(each => each === head['kind']) ?? 'regular';
  return { path, day, with: other, kind, ...present('advocate', advocate) };
}

/** Every meeting of a private shelf, or those with one person; the newest first. */
export function oneOnOnes(
  notes: readonly (Note & { readonly path: PrivatePath })[],
  other?: Handle,
): readonly OneOnOne[] {
  return notes
    .flatMap(note => oneOnOneOf(note) ?? [])
    .filter(meeting => other === undefined || sameHandle(meeting.with, other))
    .toSorted((a, b) => compareText(b.day, a.day) || compareText(b.path, a.path));
}
