import { closeCarried, lineTexts } from '../../core/meeting/carriedLine.ts';
import { carriedHeadings, composeMeeting } from '../../core/meeting/composeMeeting.ts';
import { kindsOfMeeting, type MeetingKind } from '../../core/meeting/kinds.ts';
import { promiseId } from '../../core/meeting/meetingLines.ts';
import { sideOf, type Meeting, type MeetingFacts } from '../../core/meeting/meetingFacts.ts';
import { oneOnOnePath, oneOnOnes, type OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { participantsOf } from '../../core/meeting/participants.ts';
import { placeMeeting, printMeeting } from '../../core/meeting/printMeeting.ts';
import { present } from '../../core/note/headValues.ts';
import type { Handle, PrivatePath } from '../../core/note/notePath.ts';
import { applyEdits, type TextEdit } from '../../core/note/textEdit.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { Failure, isFailure } from '../failure.ts';
import { earlierMeetings, type EarlierMeeting } from './earlierMeetings.ts';
import { gatherMeeting } from './gatherMeeting.ts';

/** With whom, when and what for, and how to stop. */
export interface OneOnOneOptions {
  /** A handle, a name or an e-mail. */
  readonly with: string;
  /** Today where it is not given. */
  readonly day?: Day;
  /** That of the note of this day, where it is there already; else a regular one. */
  readonly kind?: MeetingKind;
  /** Who speaks for her in a meeting she asked for: a handle, a name or an e-mail; nobody where it is empty. The note of this day counts. */
  readonly advocate?: string;
  readonly signal?: AbortSignal;
  /** Told now and then with how many commits were looked at. */
  readonly progress?: (seen: number) => void;
}

/**
 * Prepares a meeting of two in a note on the private shelf, or brings the note of that day up to date around what the person wrote there;
 * what was open in her earlier notes moves into it. The new note is written first: whatever stops it between the two, nothing is lost.
 *
 * @throws Failure where the two are one, the day is none, the advocate is one of the two, or the kind is for the other to start; WriteFailed where nothing was written.
 */
export async function prepareOneOnOne(desk: Desk, options: OneOnOneOptions): Promise<PrivatePath> {
  const { notebook } = desk;
  const { meeting, there } = await meetingFor(desk, options);
  const { other, day } = meeting;
  const path = there?.path ?? oneOnOnePath({ day, me: desk.me.handle, other: other.handle });
  const earlier = await earlierMeetings(notebook, other.handle, day);
  const { signal, progress } = options;
  const facts = await gatherMeeting(desk, meeting, {
    ...{ earlier, path },
    ...(signal && { signal }),
    ...(progress && { progress }),
  });
  signal?.throwIfAborted();
  let written = '';
  await notebook.private.update(path, text => {
    const edits = text === undefined ? whole(printMeeting(meeting, composeMeeting(facts))) : placed(text, facts);
    written = applyEdits(text ?? '', edits);
    return edits;
  });
  for (const note of earlier) await close(desk, note, { meeting, text: written });
  return path;
}

/** What a meeting is, from what was said and what is there. */
async function meetingFor(
  { notebook, me, team, clock }: Desk,
  { with: called, day = clock.today(), kind, advocate }: OneOnOneOptions,
): Promise<{ readonly meeting: Meeting; readonly there: OneOnOne | undefined }> {
  const other = personCalled(called, team);
  if (sameHandle(other.handle, me.handle)) throw new Failure('A one-to-one takes two. Say with whom you meet.');
  if (parseDay(day) === undefined) throw new Failure(`“${day}” is no day. A day looks like 2026-11-24.`);
  const there = oneOnOnes(await notebook.private.notes(), other.handle).find(each => each.day === day);
  const side = sideOf(team, me.handle, other.handle);
  const meeting: Meeting = { day, me, other, side, kind: there?.kind ?? kind ?? 'regular' };
  const { startedBy, title } = kindsOfMeeting[meeting.kind];
  if (startedBy === 'person' && side === 'leads')
    throw new Failure(
      `An ${title.toLowerCase()} is for ${other.name} to start. Prepare a regular one-to-one, and ask there whether it would help.`,
    );
  const speaker = there ? there.advocate : advocateFor(meeting, team, advocate);
  return { meeting: { ...meeting, ...present('advocate', speaker) }, there };
}

/** The handle of who speaks for her, in a meeting that is hers to start. */
function advocateFor({ me, other, kind }: Meeting, team: Desk['team'], called = ''): Handle | undefined {
  if (called.trim() === '' || kindsOfMeeting[kind].startedBy !== 'person') return undefined;
  const { handle, name } = personCalled(called, team);
  if ([me, other].some(each => sameHandle(each.handle, handle)))
    throw new Failure(`${name} is one of the two who meet. An advocate is somebody else, or nobody.`);
  return handle;
}

function whole(text: string): readonly TextEdit[] {
  return [{ at: { start: 0, end: 0 }, text }];
}

/** Brings a note up to date. What stands anywhere in it is not carried in again, and who is named not named twice. */
function placed(text: string, facts: MeetingFacts): readonly TextEdit[] {
  const there = lineTexts(text);
  const carried = new Map(
    [...facts.carried].map(([heading, lines]) => [heading, lines.filter(line => !there.has(line.text))]),
  );
  const { me, other } = facts.meeting;
  const named = participantsOf(text, facts.team);
  const people = facts.people.filter(({ handle }) => !named.some(person => sameHandle(person.handle, handle)));
  const open = new Set(facts.promises.map(promiseId));
  const copies = meetingPromises(text, { me: me.handle, others: [other.handle] }).filter(({ isCopy }) => isCopy);
  const settled = copies.filter(promise => !open.has(promiseId(promise)));
  return placeMeeting(text, composeMeeting({ ...facts, carried, people, settled }));
}

/** Closes what arrived in the new note. A note that can't be changed keeps it open; preparing again puts that right. */
async function close(
  { notebook }: Desk,
  note: EarlierMeeting,
  { meeting, text: into }: { readonly meeting: Meeting; readonly text: string },
): Promise<void> {
  const edits = (text: string) =>
    carriedHeadings(meeting).flatMap(heading => closeCarried(text, heading, { text: into, day: meeting.day }));
  if (edits(note.text).length === 0) return;
  try {
    await notebook.private.update(note.path, text => (text === undefined ? [] : edits(text)));
  } catch (error) {
    if (!isFailure(error)) throw error;
  }
}
