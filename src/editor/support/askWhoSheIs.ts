import { l10n, window } from 'vscode';

/** Asks what she is called, where nobody knows; undefined for "not now". */
export async function askWhoSheIs(): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Out Loud'),
    prompt: l10n.t('What are you called? Your notes go into a folder of that name. You are asked once.'),
    placeHolder: l10n.t('a name or a handle, such as Ada'),
    ignoreFocusOut: true,
    validateInput: text => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('A name has at least one letter.')),
  });
  return answer?.trim();
}
