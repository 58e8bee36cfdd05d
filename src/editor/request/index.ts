import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';

/** Asks for feedback, and passes a request on where people talk. */
export function register(outloud: OutLoud): Disposable {
  const loaded = () => import('./requestFeedback.ts');
  const passOn = () => import('./passOn.ts');
  return together([
    outloud.command('requestFeedback', async answers => (await loaded()).requestFeedback(outloud, answers)),
    outloud.command('copyRequestForChat', async answers => (await passOn()).copyForChat(outloud, answers)),
    outloud.command('copyRequestAsComment', async answers => (await passOn()).copyAsComment(outloud, answers)),
    outloud.command('openPullRequest', async answers => (await passOn()).openPullRequest(outloud, answers)),
    languages.registerCodeLensProvider(
      { language: 'markdown', pattern: '**/people/*/feedback/*.md' },
      { provideCodeLenses: async document => (await passOn()).requestLenses(document) },
    ),
  ]);
}
