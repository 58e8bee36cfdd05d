import { l10n, Range, window, workspace, type Uri } from 'vscode';
import { addVision } from '../../app/people/addVision.ts';
import * as verb from '../../app/goal/createGoal.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { goalChoices } from '../../app/goal/goalChoices.ts';
import { firstStep } from '../../core/goal/goal.ts';
import { parseDay } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { askForRoom } from '../support/askForRoom.ts';
import { askForRest, type GoalDraft } from './askForGoal.ts';
import { askTitle } from './goalQuestions.ts';

/**
 * Makes a goal of what is given. Without a title it asks what shall be true, and offers the rest; with one it asks nothing. Answers the
 * note, or undefined for "not now".
 */
export async function createGoal(outloud: OutLoud, answers: Partial<verb.NewGoal>): Promise<Uri | undefined> {
  if (answers.due !== undefined && parseDay(answers.due) === undefined)
    throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', answers.due));
  const { title } = answers;
  if (title !== undefined) {
    const desk = await outloud.desk();
    return desk && (await make(outloud, desk, { ...answers, title }));
  }
  const asked = await askForGoal(outloud, answers);
  if (!asked) return undefined;
  const uri = await make(outloud, asked.desk, asked.draft);
  if (asked.draft.keepsVision === true && asked.draft.vision !== undefined)
    await addVision(asked.desk, asked.draft.vision, await outloud.world.yaml());
  await openAtFirstStep(uri);
  return uri;
}

async function make(outloud: OutLoud, desk: Desk, goal: verb.NewGoal): Promise<Uri> {
  const path = await verb.createGoal(desk, goal);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  outloud.tellMade({ what: 'goal', title: goal.title, uri });
  return uri;
}

interface Asked {
  readonly desk: Desk;
  readonly draft: GoalDraft;
}

/** The title first: only who has one is asked where her notes shall be, and what else there is to say. */
async function askForGoal(outloud: OutLoud, answers: Partial<verb.NewGoal>): Promise<Asked | undefined> {
  for (let before: string | undefined; ;) {
    const answer = await askTitle({ title: l10n.t('New Goal') }, before);
    const title = typeof answer === 'string' ? undefined : answer.value;
    const desk = title === undefined ? undefined : await outloud.desk();
    if (title === undefined || !desk) return undefined;
    const draft = await askForRest({ ...answers, title }, await goalChoices(desk));
    if (draft !== 'back') return { desk, draft: await keepFocus(outloud, desk, draft) };
    before = title;
  }
}

/** One more active goal asks for room; a parked one takes none. */
async function keepFocus(outloud: OutLoud, desk: Desk, draft: GoalDraft): Promise<GoalDraft> {
  const isActive = draft.status === undefined || draft.status === 'active';
  return isActive && (await askForRoom(outloud, desk)) === 'parked' ? { ...draft, status: 'parked' } : draft;
}

/** Opens a new goal with its first step selected from the first moment: what is typed at once stands in its place. */
async function openAtFirstStep(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const start = document.getText().lastIndexOf(firstStep);
  const end = start + firstStep.length;
  const selection = new Range(document.positionAt(start), document.positionAt(end));
  await window.showTextDocument(document, start < 0 ? {} : { selection });
}
