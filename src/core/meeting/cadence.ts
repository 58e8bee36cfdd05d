import { addDays, weekdayOf, type Day } from '../time/day.ts';

/** How often two people of a team meet. */
export interface Cadence {
  readonly weeks: number;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday?: number;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, other: 2, second: 2 };

/**
 * Reads the `cadence` of `team.md`; undefined where it says none.
 *
 * @example
 * readCadence('every two weeks on Tuesday'); //=> { weeks: 2, weekday: 2 }
 */
export function readCadence(text: string): Cadence | undefined {
  const said = text.trim().toLowerCase();
  const day = weekdays.findIndex(name => new RegExp(String.raw`\b${name}s?\b`).test(said)) + 1;
  const [, count, alone] = /^every (?:(\d{1,2}|two|three|four|other|second) )?(week|month|\w+day)/.exec(said) ?? [];
  const once = /^(weekly|fortnightly|biweekly|monthly)/.exec(said)?.[1];
  const weeks = alone === undefined ? weeksOf(once) : (alone === 'month' ? 4 : 1) * countOf(count);
  if (weeks === undefined || weeks < 1) return undefined;
  return { weeks, ...(day > 0 && { weekday: day }) };
}

function countOf(count: string | undefined): number {
  return count === undefined ? 1 : (numbers[count] ?? Number(count));
}

function weeksOf(once: string | undefined): number | undefined {
  if (once === undefined) return undefined;
  return once === 'weekly' ? 1 : once === 'monthly' ? 4 : 2;
}

/**
 * The next day two people meet: so many weeks after the last time, on their weekday, and never before today. Without a last time it is the
 * next such weekday, or undefined where there is none.
 */
export function nextMeeting({ weeks, weekday }: Cadence, last: Day | undefined, today: Day): Day | undefined {
  if (last === undefined) return weekday === undefined ? undefined : onWeekday(today, weekday);
  const planned = addDays(last, weeks * 7);
  const inTime = weekday === undefined ? planned : onWeekday(addDays(planned, -3), weekday);
  return inTime >= today ? inTime : weekday === undefined ? today : onWeekday(today, weekday);
}

/** The first such weekday from a day on. */
function onWeekday(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
