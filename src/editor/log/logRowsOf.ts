import type { Desk } from '../../app/desk.ts';
import { logOf, weekLog } from '../../app/weekLog.ts';
import { notYetAccepted } from '../../core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import { logRows } from '../../core/outline/logRows.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addWeeks, weekOf } from '../../core/time/week.ts';

/** The rows of her log: her notes, and what of these trailers no note says yet. */
export async function logRowsOf(desk: Desk, trailers: readonly TrailerEntry[]): Promise<readonly OutlineRow[]> {
  const { all } = await logOf(desk, desk.me);
  return logRows(all, notYetAccepted(trailers, all), desk.clock.today());
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
