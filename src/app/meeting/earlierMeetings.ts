import { hasConflict } from '../../core/note/bodyConflict.ts';
import { oneOnOnes, type OneOnOne } from '../../core/meeting/oneOnOne.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { addMonths, type Day } from '../../core/time/day.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { Notebook } from '../shelf.ts';

/** A meeting with the words of its note. */
export interface EarlierMeeting extends OneOnOne {
  readonly text: string;
}

/** For so many months back the notes of meetings are read. */
const monthsRead = 12;

/** The meetings with somebody before a day, as the person at the desk noted them, the newest first; those of the last year, as far as they can be read. */
export async function earlierMeetings(
  { private: shelf }: Notebook,
  other: Handle,
  day: Day,
): Promise<readonly EarlierMeeting[]> {
  const first = addMonths(day, -monthsRead);
  const meetings = oneOnOnes(await shelf.notes(), other).filter(each => each.day < day && each.day >= first);
  const read = await Promise.all(
    meetings.map(async meeting => {
      const text = await readIfThere(shelf, meeting.path);
      return text === undefined || hasConflict(text) ? [] : [{ ...meeting, text }];
    }),
  );
  return read.flat();
}
