import type { Desk } from '../../app/desk.ts';
import { privateGoals, sharedGoalsOf } from '../../app/goalsOf.ts';
import { logOf } from '../../app/weekLog.ts';
import { goalRows } from '../../core/outline/goalRows.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';

/** The rows of her goals, those she keeps for herself among them. */
export async function goalRowsOf({ notebook, me, clock }: Desk): Promise<readonly OutlineRow[]> {
  const [shared, own, { all }] = await Promise.all([
    sharedGoalsOf(notebook, me.handle),
    privateGoals(notebook),
    logOf({ notebook, me }, me),
  ]);
  return goalRows([...shared, ...own], { today: clock.today(), entries: all });
}
