import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { WalkthroughTicks } from './walkthroughTicks.ts';

/** The walkthrough's ticks, and the sample team. */
export function register(outloud: OutLoud): Disposable {
  return together([
    new WalkthroughTicks(outloud),
    outloud.command('openSample', async () => {
      const { openSample } = await import('./openSample.ts');
      return openSample(outloud);
    }),
  ]);
}
