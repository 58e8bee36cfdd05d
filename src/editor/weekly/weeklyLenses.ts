import { CodeLens, l10n, Range, type CodeLensProvider } from 'vscode';
import { addWeeks, weekOf } from '../../core/time/week.ts';
import { weeklyNameOf } from './weeklyName.ts';
import type { Day } from '../../core/time/day.ts';

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
