import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { addDays, type Day } from '../../core/time/day.ts';
import { addWeeks, mondayOf, parseWeek, weekOf, type Week } from '../../core/time/week.ts';

interface WeekItem extends QuickPickItem {
  readonly week?: Week;
}

/** Asks which week is meant; Enter takes this one. */
export async function pickWeek(today: Day): Promise<Week | undefined> {
  const week = weekOf(today);
  const other = l10n.t('Another week…');
  const items: WeekItem[] = [
    weekItem(l10n.t('This week'), week),
    weekItem(l10n.t('Last week'), addWeeks(week, -1)),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: other },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Write Weekly Note'),
    placeHolder: l10n.t('Which week?'),
  });
  return picked?.label === other ? askForWeek(week) : picked?.week;
}

function weekItem(label: string, week: Week): WeekItem {
  const monday = mondayOf(week);
  return { label, description: `${week} · ${monday} – ${addDays(monday, 6)}`, week };
}

async function askForWeek(week: Week): Promise<Week | undefined> {
  const expected = l10n.t('A week such as {0}', addWeeks(week, -2));
  const answer = await window.showInputBox({
    title: l10n.t('Write Weekly Note'),
    prompt: expected,
    value: addWeeks(week, -2),
    valueSelection: [6, 8],
    validateInput: text => (parseWeek(text.trim()) === undefined ? expected : undefined),
  });
  return answer === undefined ? undefined : parseWeek(answer.trim());
}
