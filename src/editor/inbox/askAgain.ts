import { l10n, window } from 'vscode';
import { askForCheckIns } from '../../app/ally/checkIn.ts';
import type { Desk } from '../../app/desk.ts';
import type { InboxSource } from '../../app/inbox/inboxOf.ts';
import { heldGoalsOf } from '../../app/ally/heldGoalsOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { wholeInbox } from './inboxRowsOf.ts';
import type { Quiet } from './quiet.ts';

/** What an inbox item is found again by. */
interface Stopped {
  readonly key: string;
  readonly label: string;
}

/**
 * Asks again what was stopped; which, the person picks from what would wait for her now: nothing else of it is remembered. Answers its
 * key.
 */
export async function askAgain(
  outloud: OutLoud,
  { quiet, more }: { readonly quiet: Quiet; readonly more: InboxSource },
  answers: { readonly key?: string },
): Promise<string | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const key = answers.key ?? (await pick(await stoppedOf(outloud, desk, { quiet, more })));
  if (key === undefined) return undefined;
  const goal = (await heldGoalsOf(desk)).own.find(({ id }) => key === `checkIn ${id}`);
  if (goal) await askForCheckIns(desk, goal, { asks: true, yaml: await outloud.world.yaml() });
  await quiet.askAgain(desk.notebook, key);
  return key;
}

async function stoppedOf(
  outloud: OutLoud,
  desk: Desk,
  { quiet, more }: { readonly quiet: Quiet; readonly more: InboxSource },
): Promise<readonly Stopped[]> {
  const isStopped = quiet.of(desk.notebook);
  const { items } = await wholeInbox(desk, { attention: outloud.attention.of(desk.notebook), more });
  return [...items.filter(({ key }) => isStopped(key)), ...(await stoppedCheckIns(desk))];
}

async function stoppedCheckIns(desk: Desk): Promise<readonly Stopped[]> {
  const { own } = await heldGoalsOf(desk);
  return own
    .filter(({ asks }) => !asks)
    .map(({ id, title }) => ({ key: `checkIn ${id}`, label: l10n.t('Said and did: {0}', title) }));
}

async function pick(stopped: readonly Stopped[]): Promise<string | undefined> {
  const items = stopped.map(({ key, label }) => ({ label: plainLabel(label), key }));
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('You stopped nothing that would wait for you now.'));
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Ask Again'),
    placeHolder: l10n.t('What shall be asked again?'),
  });
  return picked?.key;
}
