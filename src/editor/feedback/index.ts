import { languages, window, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Feedback: what is asked of a person, what she answers, and what came for her. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./answerFeedback.ts'), ['answerFeedback']),
    outloud.commandsOf(() => import('./answerHere.ts'), ['answerHere']),
    outloud.commandsOf(() => import('./notNow.ts'), ['declineFeedback', 'putOffFeedback', 'closeRequest']),
    outloud.commandsOf(() => import('./giveFeedback.ts'), ['giveFeedback']),
    outloud.commandsOf(() => import('./useAnswer.ts'), ['attachAnswer', 'logAnswer']),
    window.onDidChangeActiveTextEditor(async editor => {
      const uri = editor?.document.uri;
      if (uri?.path.includes('/answers/')) await (await import('./answerOpened.ts')).answerOpened(outloud, uri);
    }),
    languages.registerCodeLensProvider(
      { scheme: 'file', pattern: '**/people/*/{answers,feedback}/**/*.md' },
      { provideCodeLenses: async document => (await import('./feedbackLenses.ts')).feedbackLenses(outloud, document) },
    ),
    workspace.registerTextDocumentContentProvider('outloud-commit', {
      provideTextDocumentContent: async uri => (await import('./committedFile.ts')).committedTextAt(outloud, uri),
    }),
  ]);
}
