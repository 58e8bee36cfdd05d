import { l10n, window } from 'vscode';
import { askForCheckIns } from '../../app/checkIn.ts';
import type { Desk } from '../../app/desk.ts';
import { heldGoalCalled, heldGoalsOf } from '../../app/heldGoalsOf.ts';
import { inboxOf } from '../../app/inboxOf.ts';
import type { OutLoud } from '../outloud.ts';
import type { Quiet } from './quiet.ts';

/** How long the line that says so stays in the status bar, in milliseconds. */
const shown = 8000;

/**
 * Asks for this no more. A check-in is turned off in its goal's note, where she can see it; everything else is remembered on this
 * machine. Answers the key of what was stopped.
 */
export async function stopAsking(
  outloud: OutLoud,
  quiet: Quiet,
  { key, goal }: { readonly key?: string; readonly goal?: string },
): Promise<string | undefined> {
  const desk = key === undefined ? undefined : await outloud.desk();
  if (key === undefined || !desk) return undefined;
  if (key.startsWith('checkIn ')) await turnOff(outloud, desk, goal ?? key.slice('checkIn '.length));
  else await quiet.stop(desk.notebook, { key, label: (await labelOf(desk, key)) ?? key });
  window.setStatusBarMessage(
    l10n.t('$(bell-slash) You will not be asked again. “Ask Again” in the inbox undoes it.'),
    shown,
  );
  return key;
}

async function turnOff(outloud: OutLoud, desk: Desk, called: string): Promise<void> {
  const goal = heldGoalCalled(called, (await heldGoalsOf(desk)).own);
  await askForCheckIns(desk, goal, { asks: false, yaml: await outloud.world.yaml() });
}

async function labelOf(desk: Desk, key: string): Promise<string | undefined> {
  const { items } = await inboxOf(desk);
  return items.find(item => item.key === key)?.label;
}
