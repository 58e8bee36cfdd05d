import { workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Shares notes through git: what is new in them is shown, chosen, committed and, where she says so, pushed. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./shareNotes.ts'), ['shareNotes']),
    outloud.commandsOf(() => import('./moveNotes.ts'), ['moveNotes']),
    outloud.commandsOf(() => import('./bringNotes.ts'), ['bringNotes']),
    outloud.notebooks.onChange(({ notebook, paths }) => {
      if (notebook.place.kind !== 'branch' || paths) return; // just opened
      void import('./followBranch.ts').then(({ followBranch }) => {
        return outloud.notebooks.whileOpen(notebook, followBranch(outloud, notebook));
      });
    }),
    workspace.registerTextDocumentContentProvider('outloud-committed', {
      async provideTextDocumentContent(uri) {
        const { committedTextAt } = await import('./committedText.ts');
        return committedTextAt(outloud, uri);
      },
    }),
  ]);
}
