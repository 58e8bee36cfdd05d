import { hasConflict } from '../../core/note/bodyConflict.ts';
import { oneOnOnes, type OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { restDays } from '../../core/meeting/rotation.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { addDays, addMonths, type Day } from '../../core/time/day.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { Notebook } from '../shelf.ts';

/** A meeting with the words of its note, which is of another day than the one that is prepared. */
export interface EarlierMeeting extends OneOnOne {
  readonly text: string;
}

/** For so many months back the notes of meetings are read. */
const monthsRead = 12;

/** The meetings with somebody before a day, as the person at the desk noted them, the newest first; those of the last year, as far as they can be read. */
export function earlierMeetings(notebook: Notebook, other: Handle, day: Day): Promise<readonly EarlierMeeting[]> {
  const first = addMonths(day, -monthsRead);
  return meetingsRead(notebook, other, each => each >= first && each < day);
}

/** The meetings with somebody after a day that are prepared already, as far as what is asked there should not be asked before. */
export function meetingsAhead(notebook: Notebook, other: Handle, day: Day): Promise<readonly EarlierMeeting[]> {
  const last = addDays(day, restDays);
  return meetingsRead(notebook, other, each => each > day && each < last);
}

async function meetingsRead(
  { private: shelf }: Notebook,
  other: Handle,
  isMeant: (day: Day) => boolean,
): Promise<readonly EarlierMeeting[]> {
  const meetings = oneOnOnes(await shelf.notes(), other).filter(({ day }) => isMeant(day));
  const read = await Promise.all(
    meetings.map(async meeting => {
      const text = await readIfThere(shelf, meeting.path);
      return text === undefined || hasConflict(text) ? [] : [{ ...meeting, text }];
    }),
  );
  return read.flat();
}
