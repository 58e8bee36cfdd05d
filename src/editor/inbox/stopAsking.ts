import { l10n, window } from 'vscode';
import { askForCheckIns } from '../../app/ally/checkIn.ts';
import type { Desk } from '../../app/desk.ts';
import { heldGoalCalled, heldGoalsOf } from '../../app/ally/heldGoalsOf.ts';
import { tickTaskOf } from '../../app/goal/tickStep.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import type { OutLoud } from '../outloud.ts';
import type { Quiet } from './quiet.ts';

/** What is known of the row whose question is to stop. */
export interface Stopped {
  readonly key: string;
  /** The goal of a check-in. */
  readonly goal: string;
  /** The task of a reflection. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** How long the line that says so stays in the status bar, in milliseconds. */
const shown = 8000;

/**
 * Asks for this no more. A check-in is turned off in its goal's note, where she can see it, and a pattern she watched is ticked in
 * hers; everything else is remembered on this machine. Answers the key of what was stopped.
 */
export async function stopAsking(
  outloud: OutLoud,
  quiet: Quiet,
  answers: Partial<Stopped>,
): Promise<string | undefined> {
  const { key, goal } = answers;
  const desk = key === undefined ? undefined : await outloud.deskWithNotes();
  if (key === undefined || !desk) return undefined;
  if (key.startsWith('checkIn ')) await turnOff(outloud, desk, goal ?? key.slice('checkIn '.length));
  else if (key.startsWith('watch ')) await tick(outloud, desk, answers);
  else await quiet.stop(desk.notebook, key);
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

async function tick(outloud: OutLoud, { notebook, clock }: Desk, { path, text }: Partial<Stopped>): Promise<void> {
  if (path === undefined || text === undefined) return;
  const note = { shelf: notebook.private, path: path as PrivatePath, yaml: await outloud.world.yaml() };
  await tickTaskOf(note, text, { done: clock.today() });
}
