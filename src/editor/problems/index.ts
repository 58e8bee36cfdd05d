import { languages, workspace, type CodeActionProvider, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { NoteProblems } from './noteProblems.ts';

/** Problems of notes, and what is surely right to do about them. */
export function register(outloud: OutLoud): Disposable {
  let made: Promise<NoteProblems> | undefined;
  const first = () =>
    (made ??= import('./noteProblems.ts').then(({ NoteProblems: Problems }) => new Problems(outloud)));
  /** Nothing is loaded for documents that are no notes. */
  const read = (document: TextDocument, ms?: number) => {
    if (document.languageId === 'markdown')
      void first().then(problems => {
        problems.readSoon(document, ms);
      });
  };
  const again = () =>
    void first().then(problems => {
      problems.readAll();
    });
  for (const document of workspace.textDocuments) read(document);
  return together([
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes(outloud)),
    outloud.command<{ check: string }>('turnOffCheck', async answers => {
      const { turnOffCheck } = await import('./turnOffCheck.ts');
      return turnOffCheck(answers.check);
    }),
    workspace.onDidOpenTextDocument(document => {
      read(document, 0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      read(document);
    }),
    workspace.onDidCloseTextDocument(
      document =>
        void made?.then(problems => {
          problems.readClosed(document);
        }),
    ),
    workspace.onDidGrantWorkspaceTrust(again),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud')) again();
    }),
    outloud.notebooks.onChange(
      change =>
        void first().then(problems => {
          problems.readChanged(change);
        }),
    ),
    {
      dispose: () =>
        void made?.then(problems => {
          problems.dispose();
        }),
    },
  ]);
}

function quickFixes(outloud: OutLoud): CodeActionProvider {
  return {
    async provideCodeActions(document, _range, { diagnostics }) {
      const ours = diagnostics.filter(({ source }) => source === 'Out Loud');
      if (ours.length === 0) return [];
      const { quickFixes } = await import('./quickFixes.ts');
      return quickFixes(outloud, document, ours);
    },
  };
}
