import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What a goal's owner tells her allies every two weeks, and the word they give back. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<{ goal: string; said: string; did: string }>('checkIn', async answers => {
      const { checkIn } = await import('./checkIn.ts');
      return checkIn(outloud, answers);
    }),
    outloud.command<{ goal: string; text: string }>('answerCheckIn', async answers => {
      const { answerCheckIn } = await import('./answerCheckIn.ts');
      return answerCheckIn(outloud, answers);
    }),
  ]);
}
