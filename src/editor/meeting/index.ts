import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

const notes = { language: 'markdown', scheme: 'file', pattern: '**/one-on-ones/*.md' };

/** Meetings of two, prepared where nobody else reads, and the lines of their notes that others may. */
export function register(outloud: OutLoud): Disposable {
  const offers = () => import('./pointOffers.ts');
  return together([
    outloud.commandsOf(() => import('./prepareOneOnOne.ts'), ['prepareOneOnOne']),
    outloud.commandsOf(() => import('./exportMeeting.ts'), ['exportMeeting']),
    outloud.commandsOf(() => import('./publishLines.ts'), ['publishLines']),
    outloud.commandsOf(() => import('./decidePoint.ts'), ['decidePoint']),
    languages.registerCodeLensProvider(notes, {
      provideCodeLenses: async document => (await offers()).pointLenses(outloud, document),
    }),
    languages.registerCodeActionsProvider(notes, {
      provideCodeActions: async (document, range) => (await offers()).pointActions(outloud, document, range),
    }),
  ]);
}
