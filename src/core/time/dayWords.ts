import { weekdayOf, type Day } from './day.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A day as a person says it, with its year where that is another one than today's.
 *
 * @example
 * dayWords('2026-11-24', '2026-11-22'); //=> '24 November'
 * dayWords('2027-01-05', '2026-11-22'); //=> '5 January 2027'
 */
export function dayWords(day: Day, today: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(date)} ${months[Number(month) - 1] ?? ''}`;
  return year === today.slice(0, 4) ? words : `${words} ${year}`;
}

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/**
 * The same with its weekday in front.
 *
 * @example
 * weekdayWords('2026-11-24', '2026-11-22'); //=> 'Tuesday, 24 November'
 */
export function weekdayWords(day: Day, today: Day): string {
  return `${weekdays[weekdayOf(day) - 1] ?? ''}, ${dayWords(day, today)}`;
}
