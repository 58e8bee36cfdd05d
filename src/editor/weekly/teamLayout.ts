import { l10n, window, type ExtensionContext, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { layoutPath } from '../../core/week/weeklyNotes.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';

interface Choice extends QuickPickItem {
  readonly isWanted: boolean;
}

/**
 * Whether the team's own layout may shape a new note. One that is new to her, or changed since she agreed to it, is announced
 * before it is used; in Restricted Mode none is.
 *
 * @returns undefined for "not now"
 */
export async function mayUseLayout(
  { workspaceState }: ExtensionContext,
  { notebook }: Desk,
): Promise<boolean | undefined> {
  if (!isWorkspaceTrusted() || !(await notebook.shared.note(layoutPath))) return false;
  const text = await notebook.shared.read(layoutPath).catch(() => undefined);
  if (text === undefined) return false;
  const key = `layout ${notebook.place.folder}`;
  if (workspaceState.get<string>(key) === text) return true;
  const choices: readonly Choice[] = [
    { label: l10n.t('Use the team’s layout'), description: layoutPath, isWanted: true },
    { label: l10n.t('Use the built-in one'), isWanted: false },
  ];
  const picked = await window.showQuickPick(choices, {
    title: l10n.t('Write Weekly Note'),
    placeHolder: l10n.t('Your team’s layout is new, or has changed. It can’t run anything. Use it?'),
  });
  if (picked?.isWanted) await workspaceState.update(key, text);
  return picked?.isWanted;
}
