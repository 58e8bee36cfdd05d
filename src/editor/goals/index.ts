import type { NewGoal } from '../../app/createGoal.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';

/** Goals: a sentence is enough to begin one. */
export function register(outloud: OutLoud): Disposable {
  return outloud.command<NewGoal>('createGoal', async answers => {
    const { createGoal } = await import('./createGoal.ts');
    return createGoal(outloud, answers);
  });
}
