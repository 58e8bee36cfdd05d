import { l10n, window, workspace, type QuickPickItem } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/week/summarizeWork.ts';
import { addDays, parseDay, type Day } from '../../core/time/day.ts';
import { addWeeks, mondayOf, weekOf } from '../../core/time/week.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';

/** What a caller may already know. */
export interface SummaryAnswers {
  /** The first day that counts. */
  readonly since: Day;
  /** The last day that counts; today where it is not given. */
  readonly until: Day;
  /** A handle; the person herself where it is not given. */
  readonly person: string;
}

/** Shows what the person worked on, with its sizes, for her own eyes: in a new editor, in no file. Answers the markdown. */
export async function summarizeWork(
  outloud: OutLoud,
  { since, until, person }: Partial<SummaryAnswers>,
): Promise<string | undefined> {
  const days = { ...dayOf('since', since), ...dayOf('until', until) };
  const asked = since === undefined && until === undefined ? await pickDays(outloud.world.clock.today()) : days;
  const desk = asked && (await outloud.person());
  if (!desk) return undefined;
  const notebook = await outloud.notebooks.current();
  const markdown = await withProgress(l10n.t('Reading the history'), (signal, progress) =>
    verb.summarizeWork(
      { ...desk, notebook },
      { ...asked, signal, progress, ...(person === undefined ? {} : { person }) },
    ),
  );
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: markdown }));
  return markdown;
}

interface Days {
  readonly since?: Day;
  readonly until?: Day;
}
interface DaysItem extends QuickPickItem {
  readonly days: Days;
}

async function pickDays(today: Day): Promise<Days | undefined> {
  const monday = mondayOf(weekOf(today));
  const lastMonday = mondayOf(addWeeks(weekOf(today), -1));
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const item = (label: string, since: Day, until = today): DaysItem => ({
    label,
    description: `${since} – ${until}`,
    days: { since, until },
  });
  const items = [
    item(l10n.t('The last seven days'), addDays(today, -6)),
    item(l10n.t('This week'), monday),
    item(l10n.t('Last week'), lastMonday, addDays(monday, -1)),
    item(l10n.t('This month'), `${today.slice(0, 7)}-01`),
    item(l10n.t('This quarter'), `${today.slice(0, 4)}-${String(quarter).padStart(2, '0')}-01`),
    item(l10n.t('This year'), `${today.slice(0, 4)}-01-01`),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Summarize What I Worked On'),
    placeHolder: l10n.t('Which days?'),
  });
  return picked?.days;
}

function dayOf(key: keyof Days, text: string | undefined): Days {
  if (text === undefined) return {};
  if (parseDay(text) === undefined) throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', text));
  return { [key]: text };
}
