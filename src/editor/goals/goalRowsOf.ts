import type { Desk } from '../../app/desk.ts';
import { stagesAround } from '../../app/goal/goalAround.ts';
import { ownGoals, sharedGoalsOf } from '../../app/goal/goalsOf.ts';
import { profileOf } from '../../app/people/profileOf.ts';
import { logOf } from '../../app/log/weekLog.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { wantedThisWeek } from '../../core/goal/needsMe.ts';
import { nothingAround } from '../../core/goal/stages.ts';
import { nextRow } from '../../core/outline/nextRow.ts';
import { goalRows, type GoalRowsOptions } from '../../core/outline/goalRows.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { Person } from '../../core/people/person.ts';

/** What the goals in the sidebar are shown with. */
export interface ShownGoals extends Pick<GoalRowsOptions, 'proposed' | 'next'> {
  /** Whose goals; else those of the person at the desk. */
  readonly person?: Person;
}

/** What the view shows. */
export interface GoalsInSight {
  readonly rows: readonly OutlineRow[];
  /** How many of her own goals and steps want her this week, whosever are shown. */
  readonly waiting: number;
}

/** The rows of a person's goals; of her own also those she keeps for herself. */
export async function goalRowsOf(desk: Desk, shown: ShownGoals = {}): Promise<readonly OutlineRow[]> {
  return rowsFor(desk, shown, goalsFor(desk, shown));
}

/** The same, with what her badge says: her own goals are read once for both. */
export async function goalsInSight(desk: Desk, shown: ShownGoals): Promise<GoalsInSight> {
  const goals = goalsFor(desk, shown);
  const isMine = (shown.person ?? desk.me).handle === desk.me.handle;
  const [rows, own] = await Promise.all([rowsFor(desk, shown, goals), isMine ? goals : ownGoals(desk)]);
  return { rows, waiting: wantedThisWeek(own, desk.clock.today()) };
}

function goalsFor(desk: Desk, { person = desk.me }: ShownGoals): Promise<readonly Goal[]> {
  return person.handle === desk.me.handle ? ownGoals(desk) : sharedGoalsOf(desk.notebook, person.handle);
}

async function rowsFor(desk: Desk, shown: ShownGoals, read: Promise<readonly Goal[]>): Promise<readonly OutlineRow[]> {
  const { notebook, me, clock } = desk;
  const { person = me, ...additions } = shown;
  const isMine = person.handle === me.handle;
  const [goals, { all }, profile, stages] = await Promise.all([
    read,
    isMine ? logOf(desk, me) : { all: [] },
    profileOf(notebook, person.handle),
    isMine ? stagesAround(desk) : nothingAround,
  ]);
  const next = (goal: Goal) => nextRow(goal, stages);
  const options = { next, ...additions, today: clock.today(), entries: all, isMine };
  return goalRows(goals, { ...options, ...(profile && { profile }) });
}

/** How many of her own goals and steps want her this week, whosever are shown. */
export async function waitingForMe(desk: Desk): Promise<number> {
  return wantedThisWeek(await ownGoals(desk), desk.clock.today());
}
