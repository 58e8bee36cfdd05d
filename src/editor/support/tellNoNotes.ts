import { commands, l10n, window } from 'vscode';

/** Says that there are no notes here yet, and offers to log the first. */
export async function tellNoNotes(): Promise<void> {
  const log = l10n.t('Log Learning');
  const answer = await window.showInformationMessage(l10n.t('There are no notes here yet.'), log);
  if (answer === log) await commands.executeCommand('outloud.logLearning');
}
