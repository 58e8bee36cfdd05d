import { l10n } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { goalsInSight } from '../../app/log/logChoices.ts';
import { logOf, weekLog } from '../../app/log/weekLog.ts';
import { filterEntries, filterTrailers, isFiltering, type LogFilter } from '../../core/log/filterLog.ts';
import { notYetAccepted } from '../../core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import { logRows } from '../../core/outline/logRows.ts';
import { withRowsLater } from '../../core/outline/withRowsLater.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Person } from '../../core/people/person.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addWeeks, weekOf } from '../../core/time/week.ts';

/** Whose log is seen, and what of it. */
export interface SeenLog {
  /** Her own without it. */
  readonly person?: Person;
  readonly filter?: LogFilter;
}

/**
 * The rows of a log: the notes in it, and of her own log what of these trailers no note says yet. Somebody else's shows only
 * what is for anybody's eyes.
 */
export async function logRowsOf(
  desk: Desk,
  trailers: readonly TrailerEntry[],
  { person: shown = desk.me, filter = {} }: SeenLog = {},
): Promise<readonly OutlineRow[]> {
  const person = whoseLog(desk, shown, filter);
  const isOwn = person.handle === desk.me.handle;
  const { all } = await logOf(desk, person);
  const goals = await goalsInSight(desk, person);
  const open = isOwn ? filterTrailers(notYetAccepted(trailers, all), filter, goals) : [];
  const rows = logRows(filterEntries(all, filter, goals), open, { today: desk.clock.today(), goals });
  if (rows.length > 0) return isOwn ? rows : rows.map(onlyToRead);
  const { person: _, ...marks } = filter;
  if (isFiltering(marks))
    return [{ label: l10n.t('Nothing in this log fits the filter'), icon: 'clear-all', command: 'clearLogFilter' }];
  return isOwn ? [] : [{ label: l10n.t('{0} has shared no entries yet', person.name) }];
}

/** What somebody else wrote is looked at: it is no example of one's own strengths. */
function onlyToRead(week: OutlineRow): OutlineRow {
  const rows = () => (week.rows ?? []).map(({ answers: _, ...row }) => ({ ...row, context: 'entry' }));
  return week.folded === true ? withRowsLater(week, rows) : { ...week, rows: rows() };
}

/** The person a filter names, else the one the sidebar shows. */
export function whoseLog({ me, team }: Pick<Desk, 'me' | 'team'>, shown: Person, { person }: LogFilter): Person {
  if (person === undefined || person === '') return shown;
  return person === me.handle ? me : personCalled(person, team);
}

/** What her commits of this week and the last say, and no note does yet. Nothing without git. */
export async function trailersOf(desk: Desk): Promise<readonly TrailerEntry[]> {
  const { history, me, clock } = desk;
  if (!history) return [];
  const calendar = calendarOf(clock.zone);
  const weeks = [addWeeks(weekOf(clock.today()), -1), weekOf(clock.today())] as const;
  const window = { from: calendar.windowOf(weeks[0]).from, to: calendar.windowOf(weeks[1]).to };
  const { commits } = await history.commits({ window, emails: me.emails });
  const logs = await Promise.all(weeks.map(week => weekLog(desk, week, commits)));
  return logs.flatMap(({ trailers }) => trailers);
}
