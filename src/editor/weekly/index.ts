import { languages } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import { together } from '../support/disposables.ts';
import { weeklyLenses } from './weeklyLenses.ts';
import type { CopyAnswers, WeeklyAnswers } from './weeklyNote.ts';

const weeklyNotes = { language: 'markdown', scheme: 'file', pattern: '**/people/*/weekly/*.md' };

/** Writes the note of a week, and offers above it what can be done with it. */
export function register(outloud: OutLoud): Disposable {
  const { clock } = outloud.world;
  const loaded = () => import('./weeklyNote.ts');
  return together([
    outloud.command<WeeklyAnswers>('writeWeeklyNote', async answers => (await loaded()).writeWeekly(outloud, answers)),
    outloud.command<WeeklyAnswers>('openWeeklyNote', async answers => (await loaded()).openWeekly(outloud, answers)),
    outloud.command<CopyAnswers>('copyForSlack', async answers => (await loaded()).copyWeekly(answers, 'slack')),
    outloud.command<CopyAnswers>('copyAsText', async answers => (await loaded()).copyWeekly(answers, 'plain')),
    languages.registerCodeLensProvider(
      weeklyNotes,
      weeklyLenses(() => clock.today()),
    ),
  ]);
}
