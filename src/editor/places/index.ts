import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Where the notes really are, and what the person should know about that. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./showPlaces.ts'), ['showPlaces']),
    outloud.commandsOf(() => import('./moveToPrivate.ts'), ['moveToPrivate']),
    outloud.notebooks.onChange(({ notebook, shelf, paths }) => {
      if (shelf === 'private' && paths)
        void outloud.attempt('places', async () => (await import('./tellOnce.ts')).tellOnce(outloud, notebook));
    }),
  ]);
}
