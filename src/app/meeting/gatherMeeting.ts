import { carriedLines, type CarriedLine } from '../../core/meeting/carriedLine.ts';
import { carriedHeadings } from '../../core/meeting/composeMeeting.ts';
import { kindsOfMeeting } from '../../core/meeting/kinds.ts';
import { aboutWhom, type Meeting, type MeetingFacts, type Tried } from '../../core/meeting/meetingFacts.ts';
import { askedOn } from '../../core/meeting/rotation.ts';
import { toldWeek, type ToldWeek } from '../../core/meeting/toldWeek.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import { sectionsOf } from '../../core/note/sections.ts';
import { tasksOf } from '../../core/note/tasks.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addDays, addMonths, type Day } from '../../core/time/day.ts';
import { weekOf } from '../../core/time/week.ts';
import { weeklyNotesOf } from '../../core/week/weeklyNotes.ts';
import type { Desk } from '../desk.ts';
import { sharedGoalsOf } from '../goal/goalsOf.ts';
import { logOf } from '../log/weekLog.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { profileOf } from '../people/profileOf.ts';
import { promisesBetween } from '../promise/promisesOf.ts';
import { sharedGapsOf } from '../skill/skillGaps.ts';
import { gatherWork } from '../week/gatherWork.ts';
import { patchIdsOf } from '../week/patchIdsOf.ts';
import { meetingsAhead, type EarlierMeeting } from './earlierMeetings.ts';
import { heardFeedback } from './heardFeedback.ts';

/** How many weeks are looked back at where nobody has met yet. */
const firstWeeks = 4;

/** How to stop, and who is told how far it is. */
export interface Gathering {
  /** The note that is written: what is promised there stands there. */
  readonly path: PrivatePath;
  /** The newest first. */
  readonly earlier: readonly EarlierMeeting[];
  readonly signal?: AbortSignal;
  readonly progress?: (seen: number) => void;
}

/**
 * Gathers everything a meeting's note tells. Of the other one only what is shared is looked at, and git is never asked about her; of the
 * person who prepares her own work, and of her notes also only the shared ones.
 */
export async function gatherMeeting(desk: Desk, meeting: Meeting, gathering: Gathering): Promise<MeetingFacts> {
  const { notebook, team } = desk;
  const { day, other, side } = meeting;
  const { earlier, path } = gathering;
  const since = sinceOf(meeting, earlier);
  const about = aboutWhom(meeting);
  const isIn = (each: Day) => each >= since && each <= day;
  const [promises, work, weeks, { shared }, goals, feedback, profile, gaps, ahead] = await Promise.all([
    promisesBetween(desk, other.handle),
    side === 'leads' ? {} : workOf(desk, meeting, { ...gathering, since }),
    side === 'leads' ? publishedWeeks(desk, meeting, since) : [],
    logOf(desk, about),
    sharedGoalsOf(notebook, about.handle),
    heardFeedback(desk, { ...(side === 'leads' && { from: other.handle }), since, until: day }),
    profileOf(notebook, about.handle),
    sharedGapsOf(desk, about.handle),
    meetingsAhead(notebook, other.handle, day),
  ]);
  return {
    ...{ meeting, since, ...work, weeks, goals, feedback, gaps, team },
    promises: promises.filter(({ place }) => place.path !== path),
    entries: shared.filter(entry => isIn(entry.day)),
    needs: profile?.needs ?? [],
    visions: profile?.visions ?? [],
    carried: carriedFrom(earlier, carriedHeadings(meeting)),
    tried: triedSince(earlier, since),
    asked: askedOn([...earlier, ...ahead]),
    people: takingPart(meeting),
  };
}

/** Whoever the meeting is with, and who speaks for the person. */
function takingPart({ other, advocate }: Meeting): MeetingFacts['people'] {
  return [
    { handle: other.handle, isAdvocate: false },
    ...(advocate === undefined ? [] : [{ handle: advocate, isAdvocate: true }]),
  ];
}

/** The last meeting, or where there was none, or a longer time is looked back at, the first day that counts. */
function sinceOf({ day, kind }: Meeting, earlier: readonly EarlierMeeting[]): Day {
  const { months } = kindsOfMeeting[kind];
  if (months === undefined) return earlier[0]?.day ?? addDays(day, -firstWeeks * 7);
  const last = earlier.find(each => each.kind === kind);
  return last?.day ?? addMonths(day, -months);
}

async function workOf(
  { history, clock }: Desk,
  { me, day }: Meeting,
  { since, signal, progress }: Gathering & { readonly since: Day },
): Promise<Pick<MeetingFacts, 'work' | 'patchIdOf'>> {
  if (!history) return {};
  const calendar = calendarOf(clock.zone);
  const window = { from: calendar.startOf(since), to: calendar.startOf(addDays(day, 1)) };
  const work = await gatherWork(history, {
    window,
    person: me,
    ...(signal && { signal }),
    ...(progress && { progress }),
  });
  return { ...(work && { work }), ...(await patchIdsOf(history, work, signal)) };
}

/** What the other published of the weeks since. */
async function publishedWeeks(
  { notebook: { shared } }: Desk,
  { other, day }: Meeting,
  since: Day,
): Promise<readonly ToldWeek[]> {
  const notes = weeklyNotesOf(await shared.notes(), other.handle).filter(
    ({ note, week }) => note.type === 'weekly' && !note.isPrivate && week >= weekOf(since) && week <= weekOf(day),
  );
  const told = await Promise.all(
    notes.toReversed().map(async ({ note, week }) => {
      const text = await readIfThere(shared, note.path);
      return text === undefined ? [] : [toldWeek(week, text)];
    }),
  );
  return told.flat();
}

/** What is open below each heading, whichever earlier note it stands in; each line once, as the newest of them has it. */
function carriedFrom(
  earlier: readonly EarlierMeeting[],
  headings: readonly string[],
): ReadonlyMap<string, readonly CarriedLine[]> {
  return new Map(
    headings.map(heading => {
      const lines = new Map<string, CarriedLine>();
      for (const { text, day } of earlier)
        for (const line of carriedLines(text, heading, day)) if (!lines.has(line.text)) lines.set(line.text, line);
      return [heading, [...lines.values()]] as const;
    }),
  );
}

/** What was to be tried by the last meetings, and is settled since. */
function triedSince(earlier: readonly EarlierMeeting[], since: Day): readonly Tried[] {
  return earlier
    .filter(({ day }) => day >= since)
    .flatMap(({ text }) => {
      const body = sectionsOf(text).find(({ title }) => title === 'One thing to try')?.body;
      const tasks = tasksOf(text).filter(({ at }) => body && at.start >= body.start && at.end <= body.end);
      return tasks.flatMap(({ state, text: words, done }): Tried[] =>
        state === 'done' || state === 'dropped' ? [{ text: words, state, ...(done && { done }) }] : [],
      );
    });
}
