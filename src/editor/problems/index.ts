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
    languages.registerCodeActionsProvider({ language: 'markdown', scheme: 'file' }, quickFixes),
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
    outloud.notebooks.onChange(change => {
      problems.readChanged(change);
    }),
  ]);
}

const quickFixes: CodeActionProvider = {
  async provideCodeActions(document, _range, { diagnostics }) {
    const ours = diagnostics.filter(({ source }) => source === 'Out Loud');
    return ours.length === 0 ? [] : (await import('./quickFixes.ts')).quickFixes(document, ours);
  },
};
