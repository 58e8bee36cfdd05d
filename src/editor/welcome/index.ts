import { commands } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { Made, OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What the steps of the walkthrough wait for: a note made, not a button pressed. */
const steps = ['learning', 'code', 'goal', 'thanks', 'weekly'] as const satisfies readonly Made['what'][];

/** The walkthrough's ticks, and the sample team. */
export function register(outloud: OutLoud): Disposable {
  const { globalState } = outloud.context;
  const tick = (step: string) => commands.executeCommand('setContext', `outloud.made.${step}`, true);
  for (const step of steps) if (globalState.get<boolean>(`made.${step}`)) void tick(step);
  return together([
    outloud.onMade(({ what }) => {
      if (!steps.some(step => step === what)) return;
      void globalState.update(`made.${what}`, true);
      void tick(what);
    }),
    outloud.command('openSample', async () => {
      const { openSample } = await import('./openSample.ts');
      return openSample(outloud);
    }),
  ]);
}
