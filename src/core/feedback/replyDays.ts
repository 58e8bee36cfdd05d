import { addDays, weekdayOf, type Day } from '../time/day.ts';

/** A day an answer may well come by. */
export interface ReplyDay {
  readonly when: 'threeDays' | 'nextDay' | 'week' | 'twoWeeks';
  readonly day: Day;
}

/**
 * Days to choose from for an answer, none of them on a weekend, each once; the first is the usual one: three working days on, so that
 * nobody has to drop what she does.
 *
 * @example
 * replyDays('2026-11-19').map(({ day }) => day); //=> ['2026-11-24', '2026-11-20', '2026-11-26', '2026-12-03']
 */
export function replyDays(today: Day): readonly ReplyDay[] {
  const offers: readonly ReplyDay[] = [
    { when: 'threeDays', day: workdaysLater(today, 3) },
    { when: 'nextDay', day: workdaysLater(today, 1) },
    { when: 'week', day: workdaysLater(addDays(today, 6), 1) },
    { when: 'twoWeeks', day: workdaysLater(addDays(today, 13), 1) },
  ];
  return offers.filter(({ day }, index) => offers.findIndex(offer => offer.day === day) === index);
}

function workdaysLater(day: Day, days: number): Day {
  let later = day;
  for (let left = days; left > 0;) {
    later = addDays(later, 1);
    if (weekdayOf(later) < 6) left--;
  }
  return later;
}
