import type { SharedPath } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { PersonSaid } from '../../core/survey/summary.ts';
import { surveyNamed, surveysIn, type Survey } from '../../core/survey/survey.ts';
import { allAnswersIn, saidIn, surveyAnswersIn, type SurveyAnswer } from '../../core/survey/surveyAnswer.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

/** The team's surveys, the newest first. Told by the index: no text is read. */
export async function surveysOf({ notebook }: Pick<Desk, 'notebook'>): Promise<readonly Survey[]> {
  return surveysIn(await notebook.shared.notes());
}

/**
 * The survey a text means: by the name of its file, or by its title.
 *
 * @throws Failure where there is none
 */
export async function surveyCalled(desk: Pick<Desk, 'notebook'>, called: string): Promise<Survey> {
  const found = surveyNamed(called, await surveysOf(desk));
  if (!found) throw new Failure(`There is no survey called ${called.trim()}. Look below “surveys” for what was asked.`);
  return found;
}

/** What everybody said to a survey, as far as others can read it. What can't be read is left out. */
export async function saidTo(
  { notebook }: Pick<Desk, 'notebook'>,
  { slug }: Pick<Survey, 'slug'>,
): Promise<readonly PersonSaid[]> {
  const answers = surveyAnswersIn(await notebook.shared.notes(), slug);
  return Promise.all(
    answers.map(async ({ from, path }) => ({ from, said: saidIn((await readIfThere(notebook.shared, path)) ?? '') })),
  );
}

/** The person's own answer to a survey, where she began one, also one she keeps to herself; that says nothing to the others. */
export async function ownAnswer(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  { slug }: Pick<Survey, 'slug'>,
): Promise<{ readonly path: SharedPath; readonly isSaid: boolean } | undefined> {
  const notes = await notebook.shared.notes();
  const isMine = ({ from }: SurveyAnswer) => sameHandle(from, me.handle);
  const mine = surveyAnswersIn(notes, slug).find(isMine);
  if (!mine) {
    const kept = allAnswersIn(notes, slug).find(isMine);
    return kept && { path: kept.path, isSaid: false };
  }
  const text = (await readIfThere(notebook.shared, mine.path)) ?? '';
  return { path: mine.path, isSaid: saidIn(text).length > 0 };
}
