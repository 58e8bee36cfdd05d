import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { MoveAnswers } from './movePrivate.ts';

/** Where the notes really are, and what the person should know about that. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command('showPlaces', async () => {
      const { showPlaces } = await import('./showPlaces.ts');
      return showPlaces(outloud);
    }),
    outloud.command<MoveAnswers>('moveToPrivate', async answers => {
      const { movePrivate } = await import('./movePrivate.ts');
      return movePrivate(outloud, answers);
    }),
    outloud.notebooks.onChange(({ notebook, shelf, paths }) => {
      if (shelf === 'private' && paths)
        void outloud.attempt('places', async () => (await import('./tellOnce.ts')).tellOnce(outloud, notebook));
    }),
  ]);
}
