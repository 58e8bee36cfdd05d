import { commands } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { LogFilter } from '../../core/log/filterLog.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { onRepositoryChange } from '../support/gitApi.ts';
import { OutlineView } from '../support/outline/outlineView.ts';
import { WhenUsed } from '../support/whenUsed.ts';
import { Trailers } from './trailers.ts';

/** The log in the sidebar, and the ways to find something in it. */
export function register(outloud: OutLoud): Disposable {
  let filter: LogFilter = {};
  const follow = () => {
    log.refresh();
  };
  const finder = new WhenUsed(async () => new (await import('./logFinder.ts')).LogFinder(outloud));
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
    finder,
    // Commits carry entries of the log too.
    onRepositoryChange(follow),
    outloud.shownPerson.onChange(follow),
    outloud.commandsOf(() => import('./acceptTrailer.ts'), ['acceptTrailer']),
    outloud.command<LogFilter>('filterLog', async answers => {
      if (Object.keys(answers).length > 0) return show(answers);
      const { pickFilter } = await import('./pickFilter.ts');
      const picked = await pickFilter(outloud, filter);
      return picked && show(picked);
    }),
    outloud.command('clearLogFilter', () => show({})),
    outloud.command<{ text: string }>('searchLog', async answers => (await finder.get()).search(answers)),
  ]);
}
