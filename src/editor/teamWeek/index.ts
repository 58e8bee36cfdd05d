import { EventEmitter, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { WhenUsed } from '../support/whenUsed.ts';
import type { TeamWeekAnswers } from './teamWeekPages.ts';

/** Everybody's shared weekly notes on one page. */
export function register(outloud: OutLoud): Disposable {
  const changed = new EventEmitter<never>();
  const pages = new WhenUsed(async () => new (await import('./teamWeekPages.ts')).TeamWeekPages(outloud, changed));
  return together([
    changed,
    pages,
    outloud.command<TeamWeekAnswers>('openTeamWeek', async answers => (await pages.get()).open(answers)),
    workspace.registerTextDocumentContentProvider('outloud-team', {
      onDidChange: changed.event,
      provideTextDocumentContent: async uri => (await pages.get()).textAt(uri),
    }),
  ]);
}
