import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { OutlineView } from '../support/outline/outlineView.ts';

/** What waits for the person, in the sidebar. */
export function register(outloud: OutLoud): Disposable {
  return new OutlineView(outloud, 'outloud.inbox', async desk => {
    const [{ inboxOf }, { inboxRows }] = await Promise.all([
      import('../../app/inboxOf.ts'),
      import('../../core/outline/inboxRows.ts'),
    ]);
    return inboxRows(await inboxOf(desk), desk.clock.today());
  });
}
