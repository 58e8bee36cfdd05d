import type { NewGoal } from '../../app/createGoal.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { OutlineView } from '../support/outline/outlineView.ts';

/** The goals in the sidebar, and what can be done with them. */
export function register(outloud: OutLoud): Disposable {
  const goals = new OutlineView(outloud, 'outloud.goals', async desk => {
    const { goalRowsOf } = await import('./goalRowsOf.ts');
    const person = outloud.shownPerson.of(desk);
    return goalRowsOf(desk, { person, proposed: outloud.goalAdditions.of(desk, person) });
  });
  const follow = () => {
    goals.refresh();
  };
  return together([
    goals,
    outloud.shownPerson.onChange(follow),
    outloud.goalAdditions.onChange(follow),
    outloud.command('tickStep', () => goals.turnSelected()),
    outloud.command<NewGoal>('createGoal', async answers => {
      const { createGoal } = await import('./createGoal.ts');
      return createGoal(outloud, answers);
    }),
  ]);
}
