import { l10n, window, type Uri } from 'vscode';
import * as verb from '../../app/ally/checkIn.ts';
import { heldGoalsOf } from '../../app/ally/heldGoalsOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { pickGoal } from './pickGoal.ts';

/** Writes one line "said / did" into a goal of hers, in two short answers. Answers the goal's note. */
export async function checkIn(
  outloud: OutLoud,
  answers: { readonly goal?: string; readonly said?: string; readonly did?: string },
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const goal = await pickGoal((await heldGoalsOf(desk)).own, {
    called: answers.goal,
    title: l10n.t('Tell My Allies'),
    none: l10n.t('None of your active goals names an ally. Name somebody under “allies” in a goal’s note.'),
  });
  if (!goal) return undefined;
  const title = plainLabel(goal.title);
  const said = answers.said ?? (await ask({ title, prompt: l10n.t('What did you say you would do?'), step: 1 }));
  if (said === undefined) return undefined;
  const did = answers.did ?? (await ask({ title, prompt: l10n.t('And what did you do?'), step: 2, other: said }));
  if (did === undefined) return undefined;
  const path = await verb.checkIn(desk, goal, { said, did });
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path });
}

interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly step: 1 | 2;
  /** The first answer: where that is empty, the second can't be. */
  readonly other?: string;
}

function ask({ title, prompt, step, other = 'x' }: Question): Thenable<string | undefined> {
  return window.showInputBox({
    title: `${title} (${step}/2)`,
    prompt: l10n.t('{0} A few words; your allies read them.', prompt),
    ignoreFocusOut: true,
    validateInput: text => (`${other}${text}`.trim() === '' ? l10n.t('A few words are enough.') : undefined),
  });
}
