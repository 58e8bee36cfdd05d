import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Asks for feedback, and passes a request on where people talk. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./requestFeedback.ts'), ['requestFeedback']),
    outloud.commandsOf(() => import('./passOn.ts'), ['copyRequestForChat', 'copyRequestAsComment', 'openPullRequest']),
    languages.registerCodeLensProvider(
      { language: 'markdown', pattern: '**/people/*/feedback/*.md' },
      { provideCodeLenses: async document => (await import('./passOn.ts')).requestLenses(document) },
    ),
  ]);
}
