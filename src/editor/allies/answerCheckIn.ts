import { l10n, window, type Uri } from 'vscode';
import * as verb from '../../app/ally/answerCheckIn.ts';
import type { Desk } from '../../app/desk.ts';
import { heldGoalsOf, stateOf } from '../../app/ally/heldGoalsOf.ts';
import { saidAndDid } from '../../core/ally/allyItems.ts';
import type { HeldGoal } from '../../core/ally/heldGoal.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';
import { pickGoal } from './pickGoal.ts';

/** Gives a word back on what somebody said and did for her goal. Answers the ally's own note. */
export async function answerCheckIn(
  outloud: OutLoud,
  answers: { readonly goal?: string; readonly text?: string },
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const goal = await pickGoal((await heldGoalsOf(desk)).asAlly, {
    called: answers.goal,
    title: l10n.t('Answer an Ally'),
    none: l10n.t('Nobody named you as an ally of an active goal.'),
  });
  const text = goal && (answers.text ?? (await ask(desk, goal)));
  if (!goal || text === undefined) return undefined;
  const path = await verb.answerCheckIn(desk, goal, text);
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path });
}

async function ask(desk: Desk, goal: HeldGoal): Promise<string | undefined> {
  const last = (await stateOf(desk, goal))?.checkIns.at(-1);
  return window.showInputBox({
    title: plainLabel(`${personCalled(goal.owner, desk.team).name}: ${goal.title}`),
    prompt: plainLabel(last === undefined ? '' : saidAndDid(last), 300),
    placeHolder: l10n.t('a word back, such as “keep going” or a question'),
    ignoreFocusOut: true,
    validateInput: said => (said.trim() === '' ? l10n.t('A word is enough.') : undefined),
  });
}
