import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { AskedTime } from '../../app/promise/draftBoundary.ts';
import type { PromiseName } from '../../app/promise/ownPromise.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import type { WayAnswers } from './findAnotherWay.ts';
import type { CarryAnswers, DeclineAnswers, KeepAnswers } from './settle.ts';

const places = ['**/people/*/promises.md', '**/one-on-ones/*.md'];

/** What she promised: published, kept, carried or declined; and a reply where more is asked of her. */
export function register(outloud: OutLoud): Disposable {
  const settle = () => import('./settle.ts');
  return together([
    outloud.command<PromiseName & { words: string }>('publishPromise', async answers =>
      (await import('./publish.ts')).publish(outloud, answers),
    ),
    outloud.command<KeepAnswers>('keepPromise', async answers => (await settle()).keep(outloud, answers)),
    outloud.command<CarryAnswers>('carryPromise', async answers => (await settle()).carry(outloud, answers)),
    outloud.command<DeclineAnswers>('declinePromise', async answers => (await settle()).decline(outloud, answers)),
    outloud.command<WayAnswers>('findAnotherWay', async answers =>
      (await import('./findAnotherWay.ts')).findAnotherWay(outloud, answers),
    ),
    outloud.command<AskedTime>('draftBoundary', async answers =>
      (await import('./draftBoundary.ts')).draftBoundary(outloud, answers),
    ),
    languages.registerCodeLensProvider(
      places.map(pattern => ({ language: 'markdown', scheme: 'file', pattern })),
      {
        provideCodeLenses: async document => (await import('./promiseLenses.ts')).promiseLenses(outloud, document),
      },
    ),
  ]);
}
