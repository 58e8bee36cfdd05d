import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** What a goal's owner tells her allies every two weeks, and the word they give back. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./checkIn.ts'), ['checkIn']),
    outloud.commandsOf(() => import('./answerCheckIn.ts'), ['answerCheckIn']),
  ]);
}
