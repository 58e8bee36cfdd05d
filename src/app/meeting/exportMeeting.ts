import { wallTime } from '../../core/feedback/instantFeedback.ts';
import { printCalendar } from '../../core/meeting/ics.ts';
import { kindsOfMeeting } from '../../core/meeting/kinds.ts';
import type { OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { participantsOf } from '../../core/meeting/participants.ts';
import { slugOf } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Day, EpochSeconds } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';

/** When a meeting begins on its day; a whole day where it is not said. */
export interface MeetingTime {
  /** As the clock on the wall shows it: `14:30`. */
  readonly time?: string;
  /** Half an hour where it is not given. */
  readonly minutes?: number;
}

/**
 * A meeting as the text of a calendar file: its day, what kind of meeting it is and who takes part. Nothing else of its note is in it,
 * not even its title, which the person may have changed.
 *
 * @throws Failure where the time is none
 */
export async function exportMeeting(
  { notebook, me, team, clock }: Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>,
  meeting: OneOnOne,
  { time, minutes = 30 }: MeetingTime = {},
): Promise<string> {
  const { kind, day, path } = meeting;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1440)
    throw new Failure(`A meeting of ${minutes} minutes is none a calendar takes. Take 30 or 60.`);
  const other = personCalled(meeting.with, team);
  const named = participantsOf(await notebook.private.read(path), team);
  const advocates = named.filter(({ isAdvocate }) => isAdvocate).map(({ handle }) => handle);
  const isAdvocate = (handle: string) => advocates.some(advocate => sameHandle(advocate, handle));
  const two = [me, other];
  const others = named.filter(({ handle }) => !two.some(person => sameHandle(person.handle, handle)));
  const people = [...two, ...others];
  const when = time === undefined ? day : { start: momentOf(day, time, clock.zone), minutes };
  return printCalendar(
    {
      id: slugOf(path).toLowerCase(),
      title: `${kindsOfMeeting[kind].title}: ${me.name} and ${other.name}`,
      participants: people.map(({ handle, name }) => (isAdvocate(handle) ? `${name} (advocate)` : name)),
      when,
    },
    clock.now(),
  );
}

/** The moment a clock on the wall shows a time on a day. */
function momentOf(day: Day, time: string, zone: string): EpochSeconds {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.trim()) ?? [];
  if (hours === undefined || minutes === undefined)
    throw new Failure(`“${time}” is no time of the day. A time looks like 14:30.`);
  const wanted = Number(hours) * 60 + Number(minutes);
  const guess = calendarOf(zone).startOf(day) + wanted * 60;
  const [shownHours = 0, shownMinutes = 0] = wallTime(guess, zone).split(':').map(Number);
  return guess + (wanted - shownHours * 60 - shownMinutes) * 60; // a clock that was put forward or back that night
}
