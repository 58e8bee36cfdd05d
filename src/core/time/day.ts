/** A calendar day as people write it in notes: `2026-11-22`. No time, no zone. */
export type Day = string & { readonly __day?: never };

/** Seconds since 1970-01-01T00:00:00Z, as git stores them. */
export type EpochSeconds = number;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const msPerDay = 86_400_000;

/**
 * The day a text names, or undefined where there is no such day.
 *
 * @example
 * parseDay('2026-02-29'); //=> undefined
 */
export function parseDay(text: string): Day | undefined {
  if (!dayPattern.test(text)) return undefined;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year >= 100 && date >= 1 && date <= daysIn(year, month) ? text : undefined;
}

/** A log of years has thousands of days to read: no `Date` is made for one. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/**
 * The day so many days later; a negative number goes back.
 *
 * @example
 * addDays('2026-12-31', 1); //=> '2027-01-01'
 */
export function addDays(day: Day, days: number): Day {
  return fromUtc(toUtc(day) + days * msPerDay);
}

/**
 * The same date so many months later; where that month is too short, its last day.
 *
 * @example
 * addMonths('2026-08-31', 6); //=> '2027-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
}

/** How many days `to` lies after `from`; negative where it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / msPerDay);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(toUtc(day)).getUTCDay() || 7;
}

function toUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
