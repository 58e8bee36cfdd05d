import { addDays, daysBetween, type Day } from '../time/day.ts';

/** A day a goal may well be due. */
export interface DueOffer {
  readonly when: 'quarter' | 'nextQuarter' | 'threeMonths' | 'nextMonth';
  readonly day: Day;
}

/** In a quarter with fewer days left than these, the next one is meant. */
const tooSoon = 14;

/**
 * Days to choose from where a goal has none: the end of the quarter, of the next month, and a day three months on. Each day once.
 *
 * @example
 * dueOffers('2026-11-22'); //=> 2026-12-31 (quarter, also the next month's end), 2027-02-22
 */
export function dueOffers(today: Day): readonly DueOffer[] {
  const quarter = endOfQuarter(today);
  const offers: readonly DueOffer[] = [
    daysBetween(today, quarter) < tooSoon
      ? { when: 'nextQuarter', day: endOfQuarter(addDays(quarter, 1)) }
      : { when: 'quarter', day: quarter },
    { when: 'threeMonths', day: monthsLater(today, 3) },
    { when: 'nextMonth', day: endOfMonth(monthsLater(startOfMonth(today), 1)) },
  ];
  return offers.filter(({ day }, index) => offers.findIndex(offer => offer.day === day) === index);
}

function endOfQuarter(day: Day): Day {
  const [year, month] = partsOf(day);
  return endOfMonth(dayOf(year, Math.ceil(month / 3) * 3, 1));
}

function endOfMonth(day: Day): Day {
  return addDays(monthsLater(startOfMonth(day), 1), -1);
}

function startOfMonth(day: Day): Day {
  const [year, month] = partsOf(day);
  return dayOf(year, month, 1);
}

/** The same day of a later month, or its last one where that month is shorter. */
function monthsLater(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day);
  const first = dayOf(year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1, 1);
  const next = addDays(first, 31);
  const [, , last] = partsOf(addDays(next, -partsOf(next)[2]));
  return addDays(first, Math.min(date, last) - 1);
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function dayOf(year: number, month: number, date: number): Day {
  return [String(year).padStart(4, '0'), ...[month, date].map(part => String(part).padStart(2, '0'))].join('-');
}
