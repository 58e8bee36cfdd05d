import { parseWeek, type Week } from '../../core/time/week.ts';

/** The week and the person a weekly note's file name names. */
export interface WeeklyName {
  readonly week: Week;
  readonly person: string;
}

/** Reads `…/people/ada/weekly/2026-W47-ada.md`; undefined where a file is no weekly note. */
export function weeklyNameOf(file: string): WeeklyName | undefined {
  const [, week = '', person = ''] = /[\\/]weekly[\\/](\d{4}-W\d{2})-([^\\/]+)\.md$/.exec(file) ?? [];
  const parsed = parseWeek(week);
  return parsed === undefined ? undefined : { week: parsed, person };
}
