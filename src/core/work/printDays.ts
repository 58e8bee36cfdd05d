import type { Day } from '../time/day.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A stretch of days in words.
 *
 * @example
 * printDays('2026-11-16', '2026-11-22'); //=> '16 to 22 November 2026'
 * printDays('2026-12-28', '2027-01-03'); //=> '28 December 2026 to 3 January 2027'
 */
export function printDays(since: Day, until: Day): string {
  const [from, to] = [partsOf(since), partsOf(until)];
  if (since === until) return `${to.day} ${to.month} ${to.year}`;
  const year = from.year === to.year ? '' : ` ${from.year}`;
  const month = year === '' && from.month === to.month ? '' : ` ${from.month}`;
  return `${from.day}${month}${year} to ${to.day} ${to.month} ${to.year}`;
}

function partsOf(day: Day): { readonly day: number; readonly month: string; readonly year: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: Number(date), month: months[Number(month) - 1] ?? '', year };
}
