import { commands, l10n, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import type { Disposable } from '../../app/ports.ts';
import type { LogFilter } from '../../core/log/filterLog.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import type { LogFinder } from './logFinder.ts';
import { Trailers } from './trailers.ts';

/** The log in the sidebar, and the ways to find something in it. */
export function register(outloud: OutLoud): Disposable {
  let filter: LogFilter = {};
  const follow = () => {
    log.refresh();
  };
  let finder: Promise<LogFinder> | undefined;
  const trailers = new Trailers(outloud, follow);
  const log: OutlineView = new OutlineView(outloud, 'outloud.log', async desk => {
    const [{ logRowsOf, whoseLog }, { filterWords }] = await Promise.all([
      import('./logRowsOf.ts'),
      import('./filterWords.ts'),
    ]);
    const shown = outloud.shownPerson.of(desk);
    const person = whoseLog(desk, shown, filter);
    log.describe(filterWords(filter, person.handle === desk.me.handle ? '' : person.name));
    return logRowsOf(desk, trailers.of(desk), { person: shown, filter });
  });
  const show = async (wanted: LogFilter) => {
    const { isFiltering, plainFilter } = await import('../../core/log/filterLog.ts');
    filter = plainFilter(wanted);
    await commands.executeCommand('setContext', 'outloud.logFiltered', isFiltering(filter));
    follow();
    return filter;
  };
  return together([
    log,
    // Commits carry entries of the log too.
    onRepositoryChange(follow),
    outloud.shownPerson.onChange(follow),
    outloud.command<{ key: string }>('acceptTrailer', answers => accept(outloud, answers)),
    outloud.command<LogFilter>('filterLog', async answers => {
      if (Object.keys(answers).length > 0) return show(answers);
      const { pickFilter } = await import('./pickFilter.ts');
      const picked = await pickFilter(outloud, filter);
      return picked && show(picked);
    }),
    outloud.command('clearLogFilter', () => show({})),
    outloud.command<{ text: string }>('searchLog', async answers => {
      finder ??= import('./logFinder.ts').then(({ LogFinder }) => new LogFinder(outloud));
      return (await finder).search(answers);
    }),
    {
      dispose: () =>
        void finder?.then(made => {
          made.dispose();
        }),
    },
  ]);
}

/** Makes a note of what a commit says. Answers the note. */
async function accept(outloud: OutLoud, { key }: { key?: string }): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk || key === undefined) return undefined;
  const [{ trailersOf }, { acceptTrailer }, { trailerKey }] = await Promise.all([
    import('./logRowsOf.ts'),
    import('../../app/log/acceptTrailer.ts'),
    import('../../core/log/trailers.ts'),
  ]);
  const trailer = (await trailersOf(desk)).find(each => trailerKey(each) === key);
  if (!trailer) throw new Failure(l10n.t('That commit is no longer there. Look at the log again.'));
  const uri = outloud.uriOf(desk.notebook, await acceptTrailer(desk, trailer));
  outloud.tellMade({ what: 'entry', title: trailer.text, uri });
  return uri;
}
