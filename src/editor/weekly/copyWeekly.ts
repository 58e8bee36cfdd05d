import { env, l10n, window, workspace, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { plainText, slackText } from '../../core/week/chatText.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import { weeklyNameOf } from './weeklyName.ts';

export interface CopyAnswers {
  /** The weekly note; the one in front where it is not given. */
  readonly uri: Uri;
}

/** Puts a weekly note on the clipboard as Slack shows it best. Answers what it put there. */
export function copyForSlack(_: OutLoud, answers: Partial<CopyAnswers>): Promise<string | undefined> {
  return copyWeekly(answers, 'slack');
}

/** Puts a weekly note on the clipboard as text without marks. Answers what it put there. */
export function copyAsText(_: OutLoud, answers: Partial<CopyAnswers>): Promise<string | undefined> {
  return copyWeekly(answers, 'plain');
}

async function copyWeekly(
  { uri = window.activeTextEditor?.document.uri }: Partial<CopyAnswers>,
  form: 'slack' | 'plain',
): Promise<string | undefined> {
  if (!uri || !weeklyNameOf(uri.fsPath)) throw new Failure(l10n.t('Open a weekly note first, then copy it.'));
  const document = openDocument(uri.fsPath) ?? (await workspace.openTextDocument(uri));
  const text = (form === 'slack' ? slackText : plainText)(document.getText());
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(
    `$(check) ${form === 'slack' ? l10n.t('Copied for Slack') : l10n.t('Copied as text')}`,
    4000,
  );
  return text;
}
