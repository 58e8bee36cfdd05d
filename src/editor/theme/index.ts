import { EventEmitter, workspace, type Uri } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { WhenUsed } from '../support/whenUsed.ts';

const scheme = 'outloud-themes';

/** What comes back in the feedback a person is given, for her eyes only. */
export function register(outloud: OutLoud): Disposable {
  const changed = new EventEmitter<Uri>();
  const view = new WhenUsed(async () => new (await import('./themeView.ts')).ThemeView(outloud, scheme, changed));
  return together([
    changed,
    view,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => (await view.get()).provideTextDocumentContent(),
    }),
    outloud.command('showThemes', async () => (await view.get()).show()),
    outloud.commandsOf(() => import('./useTheme.ts'), ['useTheme']),
  ]);
}
