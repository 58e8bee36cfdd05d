import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Meetings of two, prepared where nobody else reads, and the lines of their notes that others may. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./prepareOneOnOne.ts'), ['prepareOneOnOne']),
    outloud.commandsOf(() => import('./exportMeeting.ts'), ['exportMeeting']),
    outloud.commandsOf(() => import('./publishLines.ts'), ['publishLines']),
  ]);
}
