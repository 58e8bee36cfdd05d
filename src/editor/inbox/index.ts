import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import { Erosions } from './erosions.ts';
import { Quiet } from './quiet.ts';
import type { Stopped } from './stopAsking.ts';

/** What waits for the person, in the sidebar; and how not to be asked any more. */
export function register(outloud: OutLoud): Disposable {
  const refresh = () => {
    inbox.refresh();
  };
  const quiet = new Quiet(outloud.context);
  const erosions = new Erosions(outloud, refresh);
  const inbox: OutlineView = new OutlineView(outloud, 'outloud.inbox', async desk => {
    const { inboxRowsOf } = await import('./inboxRowsOf.ts');
    return inboxRowsOf(desk, { quiet: quiet.of(desk.notebook), log: outloud.log, more: each => erosions.items(each) });
  });
  return together([
    quiet,
    erosions,
    inbox,
    quiet.onChange(refresh),
    // What a goal said before is known once it is committed.
    onRepositoryChange(refresh),
    outloud.command<Stopped>('stopAsking', async answers => {
      const { stopAsking } = await import('./stopAsking.ts');
      return stopAsking(outloud, quiet, answers);
    }),
    outloud.command<{ key: string }>('askAgain', async answers => {
      const { askAgain } = await import('./askAgain.ts');
      return askAgain(outloud, quiet, answers);
    }),
  ]);
}
