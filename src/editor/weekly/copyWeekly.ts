import { env, l10n, window, workspace, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { readNote } from '../../core/note/readNote.ts';
import { plainText, slackText } from '../../core/week/chatText.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';
import { weeklyNameOf } from './weeklyName.ts';

export interface CopyAnswers {
  /** The weekly note; the one in front where it is not given. */
  readonly uri: Uri;
}

/** Puts a weekly note on the clipboard as Slack shows it best. Answers what it put there. */
export function copyForSlack(outloud: OutLoud, answers: Partial<CopyAnswers>): Promise<string | undefined> {
  return copyWeekly(outloud, answers, 'slack');
}

/** Puts a weekly note on the clipboard as text without marks. Answers what it put there. */
export function copyAsText(outloud: OutLoud, answers: Partial<CopyAnswers>): Promise<string | undefined> {
  return copyWeekly(outloud, answers, 'plain');
}

async function copyWeekly(
  { world }: OutLoud,
  { uri = window.activeTextEditor?.document.uri }: Partial<CopyAnswers>,
  form: 'slack' | 'plain',
): Promise<string | undefined> {
  if (!uri || !weeklyNameOf(uri.fsPath)) throw new Failure(l10n.t('Open a weekly note first, then copy it.'));
  const document = openDocument(uri.fsPath) ?? (await workspace.openTextDocument(uri));
  if (readNote(uri.fsPath, document.getText(), await world.yaml()).isPrivate)
    throw new Failure(l10n.t('This week is private, or its front matter can’t be read: it is not copied for others.'));
  const text = (form === 'slack' ? slackText : plainText)(document.getText());
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(
    `$(check) ${form === 'slack' ? l10n.t('Copied for Slack') : l10n.t('Copied as text')}`,
    4000,
  );
  return text;
}
