import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Where somebody stands with a skill, and what comes next. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./assessSkills.ts'), ['assessSkills']),
    outloud.commandsOf(() => import('./importSkills.ts'), ['importSkills']),
    outloud.commandsOf(() => import('./chooseFocus.ts'), ['chooseFocus']),
  ]);
}
