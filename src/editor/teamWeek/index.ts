import { EventEmitter, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { TeamWeekAnswers, TeamWeekPages } from './teamWeekPages.ts';

/** Everybody's shared weekly notes on one page. */
export function register(outloud: OutLoud): Disposable {
  const changed = new EventEmitter<never>();
  let made: Promise<TeamWeekPages> | undefined;
  const pages = () =>
    (made ??= import('./teamWeekPages.ts').then(({ TeamWeekPages: Pages }) => new Pages(outloud, changed)));
  return together([
    changed,
    outloud.command<TeamWeekAnswers>('openTeamWeek', async answers => (await pages()).open(answers)),
    workspace.registerTextDocumentContentProvider('outloud-team', {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri => (await pages()).textAt(uri),
    }),
    {
      dispose: () =>
        void made?.then(all => {
          all.dispose();
        }),
    },
  ]);
}
