import { l10n, Selection, window, type Uri } from 'vscode';
import * as verb from '../../app/createGoal.ts';
import { Failure } from '../../app/failure.ts';
import { firstStep } from '../../core/goal/goal.ts';
import { parseDay } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';

/** Makes a goal of what is given, asking for its title only. Answers the note, or undefined for "not now". */
export async function createGoal(outloud: OutLoud, answers: Partial<verb.NewGoal>): Promise<Uri | undefined> {
  if (answers.due !== undefined && parseDay(answers.due) === undefined)
    throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', answers.due));
  const title = answers.title ?? (await askForTitle());
  const desk = title === undefined ? undefined : await outloud.desk();
  if (title === undefined || !desk) return undefined;
  const path = await verb.createGoal(desk, { ...answers, title });
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  outloud.tellMade({ what: 'goal', title, uri });
  if (answers.title === undefined) await openAtFirstStep(uri, firstStep);
  return uri;
}

async function askForTitle(): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('New Goal'),
    prompt: l10n.t('What shall be true one day?'),
    placeHolder: l10n.t('Checkout answers in under 200 ms'),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? l10n.t('A sentence is enough.') : undefined),
  });
  return answer?.trim();
}

/** Opens a new goal with its first step selected, to be written over. */
async function openAtFirstStep(uri: Uri, step: string): Promise<void> {
  const editor = await window.showTextDocument(uri);
  const { document } = editor;
  const start = document.getText().lastIndexOf(step);
  if (start < 0) return;
  editor.selection = new Selection(document.positionAt(start), document.positionAt(start + step.length));
}
