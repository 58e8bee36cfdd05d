import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

const places = ['**/people/*/promises.md', '**/one-on-ones/*.md'];

/** What she promised: published, kept, carried or declined; and a reply where more is asked of her. */
export function register(outloud: OutLoud): Disposable {
  return together([
    outloud.commandsOf(() => import('./publishPromise.ts'), ['publishPromise']),
    outloud.commandsOf(() => import('./settle.ts'), ['keepPromise', 'carryPromise', 'declinePromise']),
    outloud.commandsOf(() => import('./findAnotherWay.ts'), ['findAnotherWay']),
    outloud.commandsOf(() => import('./samePromise.ts'), ['samePromise']),
    outloud.commandsOf(() => import('./draftBoundary.ts'), ['draftBoundary']),
    languages.registerCodeLensProvider(
      places.map(pattern => ({ language: 'markdown', scheme: 'file', pattern })),
      { provideCodeLenses: async document => (await import('./promiseLenses.ts')).promiseLenses(outloud, document) },
    ),
  ]);
}
