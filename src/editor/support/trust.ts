import { workspace } from 'vscode';

/** Whether the person trusts this workspace. Where she does not, git is not started and templates are not used. */
export function isWorkspaceTrusted(): boolean {
  // eslint-disable-next-line no-restricted-properties -- the workspace's word, not a text's
  return workspace.isTrusted;
}
