import { l10n, window } from 'vscode';
import { askForCheckIns } from '../../app/ally/checkIn.ts';
import type { Desk } from '../../app/desk.ts';
import { heldGoalsOf } from '../../app/ally/heldGoalsOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import type { Quiet, Silenced } from './quiet.ts';

/** Asks again what was stopped; which, the person picks. Answers its key. */
export async function askAgain(
  outloud: OutLoud,
  quiet: Quiet,
  answers: { readonly key?: string },
): Promise<string | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const stopped = [...quiet.of(desk.notebook), ...(await stoppedCheckIns(desk))];
  const key = answers.key ?? (await pick(stopped));
  if (key === undefined) return undefined;
  const goal = (await heldGoalsOf(desk)).own.find(({ id }) => key === `checkIn ${id}`);
  if (goal) await askForCheckIns(desk, goal, { asks: true, yaml: await outloud.world.yaml() });
  await quiet.askAgain(desk.notebook, key);
  return key;
}

async function stoppedCheckIns(desk: Desk): Promise<readonly Silenced[]> {
  const { own } = await heldGoalsOf(desk);
  return own
    .filter(({ asks }) => !asks)
    .map(({ id, title }) => ({ key: `checkIn ${id}`, label: l10n.t('Said and did: {0}', title) }));
}

async function pick(stopped: readonly Silenced[]): Promise<string | undefined> {
  const items = stopped.map(({ key, label }) => ({ label: plainLabel(label), key }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('You stopped nothing: everything is asked.'));
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Ask Again'),
    placeHolder: l10n.t('What shall be asked again?'),
  });
  return picked?.key;
}
