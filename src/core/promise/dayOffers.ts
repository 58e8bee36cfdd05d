import { addDays, addMonths, type Day } from '../time/day.ts';

/** A day a promise may well be for. */
export interface PromiseDay {
  readonly when: 'week' | 'twoWeeks' | 'month';
  readonly day: Day;
}

/**
 * Days to choose from.
 *
 * @example
 * promiseDays('2026-11-22').map(({ day }) => day); //=> ['2026-11-29', '2026-12-06', '2026-12-22']
 */
export function promiseDays(today: Day): readonly PromiseDay[] {
  return [
    { when: 'week', day: addDays(today, 7) },
    { when: 'twoWeeks', day: addDays(today, 14) },
    { when: 'month', day: addMonths(today, 1) },
  ];
}
