import { addDays, daysBetween, weekdayOf, type Day } from './day.ts';

/** An ISO 8601 week as people write it in notes: `2026-W47`. It starts on a Monday. */
export type Week = string & { readonly __week?: never };

/**
 * The ISO week a day belongs to: the one that holds the Thursday beside it.
 *
 * @example
 * weekOf('2024-12-30'); //=> '2025-W01'
 */
export function weekOf(day: Day): Week {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** The Monday a week starts on. */
export function mondayOf(week: Week): Day {
  const [year = '', number = ''] = week.split('-W');
  const fourth = `${year}-01-04`; // always in week 1
  return addDays(fourth, 1 - weekdayOf(fourth) + (Number(number) - 1) * 7);
}

/**
 * The week a text names, or undefined where that year has no such week.
 *
 * @example
 * parseWeek('2025-W53'); //=> undefined
 */
export function parseWeek(text: string): Week | undefined {
  if (!/^\d{4}-W\d{2}$/.test(text)) return undefined;
  return weekOf(mondayOf(text)) === text ? text : undefined;
}

/** The week so many weeks later; a negative number goes back. */
export function addWeeks(week: Week, weeks: number): Week {
  return weekOf(addDays(mondayOf(week), weeks * 7));
}
