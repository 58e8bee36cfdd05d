import { workspace } from 'vscode';
import { isWorkspaceTrusted } from '../support/trust.ts';

/** Whether she wants to be offered a language model: her own settings say so, never a workspace's, and never in Restricted Mode. */
export function isTurnedOn(): boolean {
  return isWorkspaceTrusted() && workspace.getConfiguration('outloud').get('languageModel.enabled', false);
}
