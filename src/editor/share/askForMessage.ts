import { l10n, window } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** Asks what the commit shall say; what it would say by itself stands there already. */
export async function askForMessage(message: string, branch: string): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Share Notes'),
    prompt: l10n.t('The message of the commit on {0}', plainLabel(branch, 60)),
    value: message,
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? l10n.t('A few words are enough.') : undefined),
  });
  return answer?.trim();
}
