import { addDays, weekdayOf, type Day } from '../time/day.ts';
import type { Goal } from './goal.ts';

/**
 * How many active goals and open steps of active goals want something this week: their day is Sunday or before, or over already.
 */
export function wantedThisWeek(goals: readonly Goal[], today: Day): number {
  const sunday = addDays(today, 7 - weekdayOf(today));
  const isWanted = ({ due }: { readonly due?: Day }) => due !== undefined && due <= sunday;
  return goals
    .filter(({ status }) => status === 'active')
    .flatMap(goal => [goal, ...goal.steps.filter(({ state }) => state === 'open')])
    .filter(isWanted).length;
}
