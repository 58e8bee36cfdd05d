import { languages, workspace, type CodeActionProvider } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { NoteProblems } from './noteProblems.ts';

/** Problems of notes, and what is surely right to do about them. */
export function register(outloud: OutLoud): Disposable {
  const problems = new NoteProblems(outloud);
  for (const document of workspace.textDocuments) problems.readSoon(document);
  return together([
    problems,
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes(outloud)),
    outloud.command<{ check: string }>('turnOffCheck', async answers => {
      const { turnOffCheck } = await import('./turnOffCheck.ts');
      return turnOffCheck(answers.check);
    }),
    workspace.onDidOpenTextDocument(document => {
      problems.readSoon(document, 0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      problems.readSoon(document);
    }),
    workspace.onDidCloseTextDocument(document => {
      problems.readClosed(document);
    }),
    workspace.onDidGrantWorkspaceTrust(() => {
      problems.readAll();
    }),
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('outloud')) problems.readAll();
    }),
    outloud.notebooks.onChange(change => {
      problems.readChanged(change);
    }),
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
