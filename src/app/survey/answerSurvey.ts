import type { SharedPath } from '../../core/note/notePath.ts';
import { answerPath, printAnswer } from '../../core/survey/printSurvey.ts';
import { questionsOf, type Survey } from '../../core/survey/survey.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { newAnswer } from '../feedback/ownAnswer.ts';
import { ownAnswer } from './surveysOf.ts';

/** The person's own answer to a survey, with the survey's headings; made where she has none. Answers where it is. */
export async function answerSurvey(desk: Desk, survey: Survey): Promise<SharedPath> {
  if (survey.closed !== undefined && survey.closed < desk.clock.today())
    throw new Failure(
      `“${survey.title}” was closed on ${survey.closed}. What you have to say is welcome in the next one.`,
    );
  const { notebook, me, clock } = desk;
  const begun = await ownAnswer(desk, survey);
  if (begun) return begun.path;
  const questions = questionsOf(await notebook.shared.read(survey.path));
  const path = answerPath(survey, me.handle);
  return newAnswer(desk, path, printAnswer({ survey, questions, from: me, date: clock.today() }));
}
