import { l10n, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import { Trailers } from './trailers.ts';

/** The log in the sidebar. */
export function register(outloud: OutLoud): Disposable {
  const trailers = new Trailers(outloud, () => {
    log.refresh();
  });
  const log: OutlineView = new OutlineView(outloud, 'outloud.log', async desk => {
    const { logRowsOf } = await import('./logRowsOf.ts');
    return logRowsOf(desk, trailers.of(desk));
  });
  return together([
    log,
    // Commits carry entries of the log too.
    onRepositoryChange(() => {
      log.refresh();
    }),
    outloud.command<{ key: string }>('acceptTrailer', answers => accept(outloud, answers)),
  ]);
}

/** Makes a note of what a commit says. Answers the note. */
async function accept(outloud: OutLoud, { key }: { key?: string }): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk || key === undefined) return undefined;
  const [{ trailersOf }, { acceptTrailer }, { trailerKey }] = await Promise.all([
    import('./logRowsOf.ts'),
    import('../../app/acceptTrailer.ts'),
    import('../../core/log/trailers.ts'),
  ]);
  const trailer = (await trailersOf(desk)).find(each => trailerKey(each) === key);
  if (!trailer) throw new Failure(l10n.t('That commit is no longer there. Look at the log again.'));
  const uri = outloud.uriOf(desk.notebook, await acceptTrailer(desk, trailer));
  outloud.tellMade({ what: trailer.kind === 'thanks' ? 'thanks' : 'entry', title: trailer.text, uri });
  return uri;
}
