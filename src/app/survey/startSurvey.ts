import type { SharedPath } from '../../core/note/notePath.ts';
import { fileNameOf } from '../../core/note/noteName.ts';
import { printSurvey, surveyPath, type NewSurvey } from '../../core/survey/printSurvey.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { actionsOf } from '../../core/survey/surveyAction.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { surveyCalled, surveysOf } from './surveysOf.ts';

/** A survey as the person wants it. */
export interface WantedSurvey extends Pick<NewSurvey, 'title' | 'kind' | 'questions' | 'due'> {
  /** The name of the one whose actions it opens with; the last of its kind where it is not given. */
  readonly previous?: string;
}

/** Asks the team: a note that stands in everybody's inbox, and opens with what became of the last one's actions. Answers where it is. */
export async function startSurvey(desk: Desk, wanted: WantedSurvey): Promise<SharedPath> {
  const { title, kind, due } = wanted;
  const questions = wanted.questions
    .map(question => question.trim())
    .filter(question => /[\p{L}\p{N}]/u.test(question));
  if (!/[\p{L}\p{N}]/u.test(title))
    throw new Failure('Give the survey a name, so that the others know what it is about.');
  if (questions.length === 0) throw new Failure('A survey needs a question. One is enough.');
  const date = desk.clock.today();
  if (due < date) throw new Failure(`${due} is over already. Choose a day on which the others can still answer.`);
  const previous = await previousOf(desk, wanted);
  const text = printSurvey({
    ...{ title, kind, questions, date, due, by: desk.me.handle },
    ...(previous && { previous: { survey: previous, actions: await actionsAfter(desk, previous) } }),
  });
  return desk.notebook.shared.create(surveyPath({ date, title }), text);
}

/** The one it follows: the last retrospective, or the last survey of that name. */
async function previousOf(desk: Desk, { previous, kind, title }: WantedSurvey): Promise<Survey | undefined> {
  if (previous !== undefined) return previous === '' ? undefined : surveyCalled(desk, previous);
  const ofKind = (await surveysOf(desk)).filter(survey => survey.kind === kind);
  return kind === 'retrospective' ? ofKind[0] : ofKind.find(one => fileNameOf(one.title) === fileNameOf(title));
}

async function actionsAfter({ notebook }: Desk, { path }: Survey) {
  return actionsOf((await readIfThere(notebook.shared, path)) ?? '');
}
