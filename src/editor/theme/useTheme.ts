import { commands, l10n, window, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { themesForMe } from '../../app/theme/themesForMe.ts';
import type { Desk } from '../../app/desk.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { signsOf } from '../../core/strength/sign.ts';
import type { Theme } from '../../core/theme/themes.ts';
import type { OutLoud } from '../outloud.ts';

/** What a caller may already know. */
export interface ThemeAnswers {
  /** A theme's key, or its name. */
  readonly theme: string;
  readonly as: 'strength' | 'goal';
  /** The goal's title; it is asked for where it is not given. */
  readonly title: string;
}

/** Makes a theme a strength of the person's, shown by its newest answer, or a goal. Answers the profile or the goal. */
export async function useTheme(
  outloud: OutLoud,
  { theme: called = '', as, title }: Partial<ThemeAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const theme = (await themesForMe(desk)).find(({ key, name }) => key === called || name === called);
  if (!theme || as === undefined)
    throw new Failure(l10n.t('That no longer comes back. “Show Themes” shows what does.'));
  if (as === 'strength') return makeStrength(desk, theme);
  const goal = title ?? (await askForTitle(theme));
  if (goal === undefined) return undefined;
  const uri = await commands.executeCommand<Uri | undefined>('outloud.createGoal', { title: goal });
  if (uri) await window.showTextDocument(uri);
  return uri;
}

async function makeStrength({ notebook, me, team }: Desk, { name, quotes }: Theme): Promise<Uri | undefined> {
  const signs = new Set(signsOf(await notebook.shared.notes(), me.handle, team).map(({ path }) => path));
  const example = quotes.find(({ path }) => signs.has(path))?.path ?? '';
  return commands.executeCommand<Uri | undefined>('outloud.addStrength', { strength: name, example });
}

function askForTitle({ name }: Theme): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('New Goal'),
    prompt: l10n.t('What shall be true one day?'),
    value: l10n.t('Be better at {0}', plainLabel(name, 60)),
    ignoreFocusOut: true,
    validateInput: text => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('A sentence is enough.')),
  });
}
