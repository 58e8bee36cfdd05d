import { l10n, window } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { heldGoalCalled } from '../../app/ally/heldGoalsOf.ts';
import type { HeldGoal } from '../../core/ally/heldGoal.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** The goal that is meant: the one that was named, the only one, else the one she picks. Undefined for "not now". */
export async function pickGoal(
  goals: readonly HeldGoal[],
  { called, title, none }: { readonly called: string | undefined; readonly title: string; readonly none: string },
): Promise<HeldGoal | undefined> {
  if (called !== undefined) return heldGoalCalled(called, goals);
  if (goals.length === 0) throw new Failure(none);
  if (goals.length === 1) return goals[0];
  const items = goals.map(goal => ({ label: plainLabel(goal.title), description: plainLabel(goal.owner), goal }));
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which goal?') });
  return picked?.goal;
}
