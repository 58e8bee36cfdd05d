import { l10n, Range, window, workspace, type Uri } from 'vscode';
import { addVision } from '../../app/people/addVision.ts';
import { changeGoal, goalsInTheWay } from '../../app/goal/changeGoal.ts';
import * as verb from '../../app/goal/createGoal.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { goalChoices } from '../../app/goal/goalChoices.ts';
import { ownGoal } from '../../app/goal/ownGoal.ts';
import { firstStep } from '../../core/goal/goal.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { parseDay } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { askChoice, type Choice } from './ask.ts';
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

/** Where enough goals are active already, offers to let one rest. Esc lets her have them all. */
async function keepFocus(outloud: OutLoud, desk: Desk, draft: GoalDraft): Promise<GoalDraft> {
  if (draft.status !== undefined && draft.status !== 'active') return draft;
  const goalDesk = { ...desk, yaml: await outloud.world.yaml() };
  const others = await goalsInTheWay(goalDesk, { name: 'shared', path: '' as SharedPath });
  if (others.length === 0) return draft;
  const choices: readonly Choice<() => Promise<GoalDraft>>[] = [
    {
      label: l10n.t('Park the new one: it waits for me'),
      value: () => Promise.resolve({ ...draft, status: 'parked' }),
    },
    ...others.map(({ slug, title, path, shelf }) => ({
      label: l10n.t('Park “{0}”', plainLabel(title, 60)),
      value: async () => {
        await changeGoal(await ownGoal(goalDesk, { goal: slug, path, shelf }), { status: 'parked' });
        return draft;
      },
    })),
    { label: l10n.t('Work on all of them'), value: () => Promise.resolve(draft) },
  ];
  const answer = await askChoice(
    { title: l10n.t('New Goal') },
    { placeHolder: l10n.t('Three goals are active already, and three get done sooner than four'), choices },
  );
  return typeof answer === 'string' ? draft : ((await answer.value?.()) ?? draft);
}

/** Opens a new goal with its first step selected from the first moment: what is typed at once stands in its place. */
async function openAtFirstStep(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const start = document.getText().lastIndexOf(firstStep);
  const end = start + firstStep.length;
  const selection = new Range(document.positionAt(start), document.positionAt(end));
  await window.showTextDocument(document, start < 0 ? {} : { selection });
}
