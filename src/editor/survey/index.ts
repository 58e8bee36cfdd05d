import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What a team asks itself: retrospectives and short surveys, from the question to the actions. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./startSurvey.ts'), ['startSurvey']),
    outloud.commandsOf(() => import('./answerSurvey.ts'), ['answerSurvey']),
    outloud.commandsOf(() => import('./closeSurvey.ts'), ['closeSurvey']),
  ]);
}
