import { workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { MoveAnswers } from './moveNotes.ts';
import type { ShareAnswers } from './shareNotes.ts';

/** Shares notes through git: what is new in them is shown, chosen, committed and, where she says so, pushed. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.command<ShareAnswers>('shareNotes', async answers => {
      const { shareNotes } = await import('./shareNotes.ts');
      return shareNotes(outloud, answers);
    }),
    outloud.command<MoveAnswers>('moveNotes', async answers => {
      const { moveNotes } = await import('./moveNotes.ts');
      return moveNotes(outloud, answers);
    }),
    outloud.notebooks.onChange(({ notebook, paths }) => {
      if (notebook.place.kind !== 'branch' || paths) return; // just opened
      void import('./followBranch.ts').then(({ followBranch }) => {
        outloud.context.subscriptions.push(followBranch(outloud, notebook));
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
