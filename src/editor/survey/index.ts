import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { CloseAnswers } from './closeSurvey.ts';
import type { SurveyAnswers } from './startSurvey.ts';

/** What a team asks itself: retrospectives and short surveys, from the question to the actions. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<SurveyAnswers>('startSurvey', async answers => {
      const { startSurvey } = await import('./startSurvey.ts');
      return startSurvey(outloud, answers);
    }),
    outloud.command<{ survey: string }>('answerSurvey', async answers => {
      const { answerSurvey } = await import('./answerSurvey.ts');
      return answerSurvey(outloud, answers);
    }),
    outloud.command<CloseAnswers>('closeSurvey', async answers => {
      const { closeSurvey } = await import('./closeSurvey.ts');
      return closeSurvey(outloud, answers);
    }),
  ]);
}
