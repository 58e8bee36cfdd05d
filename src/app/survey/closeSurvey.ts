import { appendItem } from '../../core/note/appendItem.ts';
import { editHead } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { eolOf } from '../../core/note/noteText.ts';
import { sectionsOf } from '../../core/note/sections.ts';
import { isEnough, summaryParts } from '../../core/survey/summary.ts';
import { actionSection, questionsOf, type Survey } from '../../core/survey/survey.ts';
import { actionsOf, mostActions, printAction, type NewAction } from '../../core/survey/surveyAction.ts';
import { placeParts } from '../../core/week/placeParts.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';
import { saidTo } from './surveysOf.ts';

type Corner = Pick<Desk, 'notebook' | 'clock'> & { readonly yaml: HeadReader };

/** Whether a survey can be summed up: three people at least said something. Nothing else is told of the answers. */
export async function canBeSummedUp(desk: Pick<Desk, 'notebook'>, survey: Survey): Promise<boolean> {
  return isEnough(await saidTo(desk, survey));
}

/**
 * Sums a survey up in its own note and closes it: below each question what was said, and room for the actions. Done again, it takes up
 * what was answered since.
 *
 * @throws Failure where fewer than three people answered: then nothing of the answers is shown
 */
export async function closeSurvey(desk: Corner, survey: Survey, actions: readonly NewAction[] = []): Promise<void> {
  if (actions.length > mostActions) throw tooMany();
  const said = await saidTo(desk, survey);
  if (!isEnough(said))
    throw new Failure(
      'A summary needs the answers of three people, so that nobody stands alone in it. Ask for another week, or talk about it together instead.',
    );
  const { notebook, clock, yaml } = desk;
  await changeNote(notebook.shared, survey.path, text => {
    const { edits, problems } = placeParts(text, summaryParts(questionsOf(text), said));
    if (problems.length > 0)
      throw new Failure(
        'The marks around the summary don’t match, so nothing was written. Mend them, and sum up again.',
      );
    return [...edits, ...(survey.closed === undefined ? editHead(text, { closed: clock.today() }, yaml) : [])];
  });
  await addActions(desk, survey, actions);
}

/** Ends a survey without a summary: nobody is asked any more. */
export async function endSurvey({ notebook, clock, yaml }: Corner, survey: Survey): Promise<void> {
  await changeNote(notebook.shared, survey.path, text => editHead(text, { closed: clock.today() }, yaml));
}

/** Asks everybody until another day. */
export async function extendSurvey({ notebook, clock, yaml }: Corner, survey: Survey, due: Day): Promise<void> {
  if (due < clock.today())
    throw new Failure(`${due} is over already. Choose a day on which the others can still answer.`);
  await changeNote(notebook.shared, survey.path, text => editHead(text, { due, closed: undefined }, yaml));
}

/** Writes actions below their heading, which is made where the note has none. */
async function addActions({ notebook }: Corner, { path }: Survey, actions: readonly NewAction[]): Promise<void> {
  const lines = actions.map(printAction);
  await changeNote(notebook.shared, path, text => {
    if (actionsOf(text).filter(({ state }) => state !== 'dropped').length + lines.length > mostActions) throw tooMany();
    const hasSection = sectionsOf(text).some(({ title }) => title.trim().toLowerCase() === actionSection.toLowerCase());
    if (lines.length === 0 && hasSection) return [];
    return appendItem(text, actionSection, (lines.length > 0 ? lines : roomForActions).join(eolOf(text)));
  });
}

function tooMany(): Failure {
  return new Failure('More than three actions are seldom done. Keep the three that matter most.');
}

/** At most three, each with an owner and a date. */
const roomForActions = [
  '<!-- At most three, each with an owner and a day: - [ ] @handle what 📅 2026-12-01 -->',
  '- [ ] ',
];
