import { addDays } from './day.ts';
import { mondayOf, type Week } from './week.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * The days of a week as a person says them, its Monday first.
 *
 * @example
 * weekDays('2026-W45'); //=> '2–8 November'
 * weekDays('2026-W53'); //=> '28 December – 3 January'
 */
export function weekDays(week: Week): string {
  const monday = mondayOf(week);
  const [from, to] = [monday, addDays(monday, 6)].map(day => ({
    date: Number(day.slice(8)),
    month: months[Number(day.slice(5, 7)) - 1] ?? '',
  }));
  if (!from || !to) return week;
  return from.month === to.month
    ? `${from.date}–${to.date} ${to.month}`
    : `${from.date} ${from.month} – ${to.date} ${to.month}`;
}
