import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { MeetingAnswers } from './prepareOneOnOne.ts';

/** Meetings of two, prepared where nobody else reads. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<MeetingAnswers>('prepareOneOnOne', async answers => {
      const { prepareOneOnOne } = await import('./prepareOneOnOne.ts');
      return prepareOneOnOne(outloud, answers);
    }),
  ]);
}
