import { EventEmitter, workspace, type Uri } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { ThemeView } from './themeView.ts';
import type { ThemeAnswers } from './useTheme.ts';

const scheme = 'outloud-themes';

/** What comes back in the feedback a person is given, for her eyes only. */
export function register(outloud: OutLoud): Disposable {
  const changed = new EventEmitter<Uri>();
  let made: Promise<ThemeView> | undefined;
  const view = () => (made ??= import('./themeView.ts').then(found => new found.ThemeView(outloud, scheme, changed)));
  return together([
    changed,
    {
      dispose: () =>
        void made?.then(each => {
          each.dispose();
        }),
    },
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => (await view()).provideTextDocumentContent(),
    }),
    outloud.command('showThemes', async () => (await view()).show()),
    outloud.command<ThemeAnswers>('useTheme', async answers => {
      const { useTheme } = await import('./useTheme.ts');
      return useTheme(outloud, answers);
    }),
  ]);
}
