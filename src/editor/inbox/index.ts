import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import { Quiet } from './quiet.ts';

/** What waits for the person, in the sidebar; and how not to be asked any more. */
export function register(outloud: OutLoud): Disposable {
  const quiet = new Quiet(outloud.context);
  const inbox = new OutlineView(outloud, 'outloud.inbox', async desk => {
    const { inboxRowsOf } = await import('./inboxRowsOf.ts');
    return inboxRowsOf(desk, { quiet: quiet.of(desk.notebook), log: outloud.log });
  });
  return together([
    quiet,
    inbox,
    quiet.onChange(() => {
      inbox.refresh();
    }),
    outloud.command<{ key: string; goal: string }>('stopAsking', async answers => {
      const { stopAsking } = await import('./stopAsking.ts');
      return stopAsking(outloud, quiet, answers);
    }),
    outloud.command<{ key: string }>('askAgain', async answers => {
      const { askAgain } = await import('./askAgain.ts');
      return askAgain(outloud, quiet, answers);
    }),
  ]);
}
