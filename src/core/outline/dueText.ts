import { daysBetween, type Day } from '../time/day.ts';

/** A day something is due, and how long that is over. */
export function dueText(due: Day, today: Day | undefined): string {
  const over = today === undefined ? 0 : daysBetween(due, today);
  return over > 0 ? `due ${due}, ${over} ${over === 1 ? 'day' : 'days'} over` : `due ${due}`;
}
