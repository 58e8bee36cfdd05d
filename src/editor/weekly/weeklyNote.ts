import { l10n, window, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { writeWeek } from '../../app/week/writeWeek.ts';
import { parseWeek, type Week } from '../../core/time/week.ts';
import { weeklyPath } from '../../core/week/weeklyNotes.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';
import { pickWeek } from './pickWeek.ts';
import { mayUseLayout } from './teamLayout.ts';
import { noticeWords } from './weekNotices.ts';

/** What a caller of these commands may already know. */
export interface WeeklyAnswers {
  /** `2026-W47`. */
  readonly week: Week;
  /** A handle; the person herself where it is not given. */
  readonly person: string;
}

/** Writes the note of a week and opens it. Answers the note, or undefined for "not now". */
export async function writeWeeklyNote(
  outloud: OutLoud,
  { week: wanted, person }: Partial<WeeklyAnswers>,
): Promise<Uri | undefined> {
  const week = wanted === undefined ? await pickWeek(outloud.world.clock.today()) : checked(wanted);
  const desk = week && (await outloud.desk());
  if (!desk) return undefined;
  const isNew = !(await desk.notebook.shared.note(weeklyPath(week, desk.me.handle)));
  const templates = isNew ? await mayUseLayout(outloud.context, desk) : false;
  if (templates === undefined) return undefined;
  const { path, notices } = await withProgress(l10n.t('Writing the weekly note'), (signal, progress) =>
    writeWeek(desk, { week, templates, signal, progress, ...(person === undefined ? {} : { person }) }),
  );
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  await window.showTextDocument(uri);
  outloud.tellMade({ what: 'weekly', title: week, uri });
  const words = noticeWords(notices);
  if (words.length > 0) void window.showInformationMessage(words.join(' '));
  return uri;
}

/** Opens the note of a week; where the person has none yet, she is asked whether to write it. */
export async function openWeeklyNote(
  outloud: OutLoud,
  { week: wanted, person }: Partial<WeeklyAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk || wanted === undefined) return undefined;
  const week = checked(wanted);
  const handle = person ?? desk.me.handle;
  const path = weeklyPath(week, handle);
  if (await desk.notebook.shared.note(path)) {
    const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
    await window.showTextDocument(uri);
    return uri;
  }
  if (handle !== desk.me.handle) {
    void window.showInformationMessage(l10n.t('There is no note for that week.'));
    return undefined;
  }
  const yes = l10n.t('Write It');
  const answer = await window.showInformationMessage(
    l10n.t('There is no note for week {0} yet.', Number(week.slice(6))),
    yes,
  );
  return answer === yes ? writeWeeklyNote(outloud, { week }) : undefined;
}

function checked(week: string): Week {
  const parsed = parseWeek(week);
  if (parsed === undefined) throw new Failure(l10n.t('“{0}” is no week. A week looks like 2026-W47.', week));
  return parsed;
}
