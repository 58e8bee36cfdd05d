import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { weeklyLenses } from './weeklyLenses.ts';

const weeklyNotes = { language: 'markdown', scheme: 'file', pattern: '**/people/*/weekly/*.md' };

/** Writes the note of a week, and offers above it what can be done with it. */
export function register(outloud: OutLoud): Disposable {
  const { clock } = outloud.world;
  return together([
    outloud.commandsOf(() => import('./weeklyNote.ts'), ['writeWeeklyNote', 'openWeeklyNote']),
    outloud.commandsOf(() => import('./copyWeekly.ts'), ['copyForSlack', 'copyAsText']),
    languages.registerCodeLensProvider(
      weeklyNotes,
      weeklyLenses(() => clock.today()),
    ),
  ]);
}
