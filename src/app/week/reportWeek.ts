import type { Plan } from '../../core/week/plans.ts';
import { feedbackWanted, listOf } from '../../core/week/feedbackWanted.ts';
import type { ReportedEntry, WeekReport } from '../../core/week/weekReport.ts';
import { weeklyPath } from '../../core/week/weeklyNotes.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import type { Week } from '../../core/time/week.ts';
import type { Person } from '../../core/people/person.ts';
import type { Commit } from '../../core/work/commit.ts';
import type { WorkedOn } from '../../core/work/piece.ts';
import type { Desk } from '../desk.ts';
import { gatherCommits } from './gatherWork.ts';
import { sharedGoalsOf } from '../goal/goalsOf.ts';
import { weekLog } from '../log/weekLog.ts';

/** Whose week, and how to stop. */
export interface WeekQuestion {
  readonly week: Week;
  readonly person: Person;
  /** What the last note left to this one. */
  readonly plans: readonly Plan[];
  readonly signal?: AbortSignal;
  /** Told now and then with how many commits were looked at. */
  readonly progress?: (seen: number) => void;
}

/** Gathers everything a person's weekly note tells, from what others may read and nothing else. */
export async function reportWeek(desk: Desk, question: WeekQuestion): Promise<WeekReport> {
  const { week, person, plans, signal } = question;
  const { work, commits } = await workOf(desk, question);
  const [log, goals, notes] = await Promise.all([
    weekLog(desk, week, commits, { person }),
    sharedGoalsOf(desk.notebook, person.handle),
    desk.notebook.shared.notes(signal),
  ]);
  const heads = new Map(notes.map(({ path, head }) => [path, head]));
  const entries = log.entries.map((entry): ReportedEntry => ({
    ...entry,
    to: listOf(heads.get(entry.place.path)?.['to']),
  }));
  return {
    week,
    person,
    path: weeklyPath(week, person.handle),
    team: desk.team,
    ...(work && { work }),
    entries: entries.filter(({ isPrivate }) => !isPrivate),
    trailers: log.trailers,
    goals,
    feedback: feedbackWanted(notes, person.handle, week),
    plans,
  };
}

/** What the person worked on; nothing where no history can be read. */
async function workOf(
  { history, clock }: Desk,
  { week, person, signal, progress }: WeekQuestion,
): Promise<{ readonly work?: WorkedOn; readonly commits: readonly Commit[] }> {
  if (!history) return { commits: [] };
  const window = calendarOf(clock.zone).windowOf(week);
  return gatherCommits(history, { window, person, ...(signal && { signal }), ...(progress && { progress }) });
}
