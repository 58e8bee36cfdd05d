import { CodeLens, l10n, Range, type CodeLensProvider } from 'vscode';
import { addWeeks, parseWeek, weekOf, type Week } from '../../core/time/week.ts';
import type { Day } from '../../core/time/day.ts';

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

/** What can be done with a weekly note, above its first line. */
export function weeklyLenses(today: () => Day): CodeLensProvider {
  return {
    provideCodeLenses(document) {
      const name = weeklyNameOf(document.uri.fsPath);
      if (!name) return [];
      const { week, person } = name;
      const at = new Range(0, 0, 0, 0);
      const lens = (title: string, command: string, answers: object) =>
        new CodeLens(at, { title, command: `outloud.${command}`, arguments: [answers] });
      const uri = document.uri;
      const lenses = [
        lens(l10n.t('Refresh'), 'writeWeeklyNote', { week, person }),
        lens(l10n.t('Copy for Slack'), 'copyForSlack', { uri }),
        lens(l10n.t('Copy as Text'), 'copyAsText', { uri }),
        lens(l10n.t('Previous'), 'openWeeklyNote', { week: addWeeks(week, -1), person }),
      ];
      if (week < weekOf(today()))
        lenses.push(lens(l10n.t('Next'), 'openWeeklyNote', { week: addWeeks(week, 1), person }));
      return lenses;
    },
  };
}
