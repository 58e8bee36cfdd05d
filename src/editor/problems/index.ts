import { languages, workspace, type CodeActionProvider, type TextDocument } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { WhenUsed } from '../support/whenUsed.ts';

/** Problems of notes, and what is surely right to do about them. */
export function register(outloud: OutLoud): Disposable {
  const problems = new WhenUsed(async () => new (await import('./noteProblems.ts')).NoteProblems(outloud));
  /** Nothing is loaded for documents that are no notes. */
  const read = (document: TextDocument, ms?: number) => {
    if (document.languageId === 'markdown')
      problems.use(it => {
        it.readSoon(document, ms);
      });
  };
  const again = () => {
    problems.use(it => {
      it.readAll();
    });
  };
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
    workspace.onDidCloseTextDocument(document => {
      problems.useMade(it => {
        it.readClosed(document);
      });
    }),
    workspace.onDidGrantWorkspaceTrust(again),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud')) again();
    }),
    outloud.notebooks.onChange(change => {
      problems.use(it => {
        it.readChanged(change);
      });
    }),
    problems,
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
