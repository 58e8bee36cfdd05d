import { languages, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { isTurnedOn } from './isTurnedOn.ts';

const weeklyNotes = { language: 'markdown', scheme: 'file', pattern: '**/people/*/weekly/*.md' };

/** Other words for what she worked on, from a language model of the editor; nothing of it is offered before she turns it on. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./rewordWork.ts'), ['rewordWork']),
    languages.registerCodeLensProvider(weeklyNotes, {
      onDidChangeCodeLenses: heard =>
        workspace.onDidChangeConfiguration(change => {
          if (change.affectsConfiguration('outloud.languageModel')) heard();
        }),
      provideCodeLenses: async document =>
        isTurnedOn() ? (await import('./rewordLenses.ts')).rewordLenses(outloud, document) : [],
    }),
  ]);
}
