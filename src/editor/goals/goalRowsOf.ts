import type { Desk } from '../../app/desk.ts';
import { privateGoals, sharedGoalsOf } from '../../app/goalsOf.ts';
import { profileOf } from '../../app/profileOf.ts';
import { logOf } from '../../app/weekLog.ts';
import { goalRows, type GoalRowsOptions } from '../../core/outline/goalRows.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { Person } from '../../core/people/person.ts';

/** What the goals in the sidebar are shown with. */
export interface ShownGoals extends Pick<GoalRowsOptions, 'proposed' | 'next'> {
  /** Whose goals; else those of the person at the desk. */
  readonly person?: Person;
}

/** The rows of a person's goals; of her own also those she keeps for herself. */
export async function goalRowsOf(desk: Desk, shown: ShownGoals = {}): Promise<readonly OutlineRow[]> {
  const { notebook, me, clock } = desk;
  const { person = me, ...additions } = shown;
  const isMine = person.handle === me.handle;
  const [shared, own, { all }, profile] = await Promise.all([
    sharedGoalsOf(notebook, person.handle),
    isMine ? privateGoals(notebook) : [],
    isMine ? logOf(desk, me) : { all: [] },
    profileOf(notebook, person.handle),
  ]);
  const options = { ...additions, today: clock.today(), entries: all, isMine };
  return goalRows([...shared, ...own], { ...options, ...(profile && { profile }) });
}
