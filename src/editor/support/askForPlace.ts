import { l10n, window, type QuickPickItem } from 'vscode';
import type { NotebookPlace } from '../../app/ports.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

interface PlaceItem extends QuickPickItem {
  readonly place: NotebookPlace;
}

/** Asks which of these places is meant; Enter takes the first. */
export async function askForPlace(
  places: readonly NotebookPlace[],
  placeHolder: string,
): Promise<NotebookPlace | undefined> {
  const items = places.map((place): PlaceItem => ({
    label: `$(${iconOf(place)}) ${plainLabel(place.label)}`,
    description: describe(place),
    detail: plainLabel(place.folder, 300),
    place,
  }));
  const picked = await window.showQuickPick(items, { title: l10n.t('Out Loud'), placeHolder, ignoreFocusOut: true });
  return picked?.place;
}

function iconOf({ kind }: NotebookPlace): string {
  return { own: 'home', here: 'folder', repository: 'repo', branch: 'git-branch' }[kind];
}

function describe({ kind, exists }: NotebookPlace): string {
  if (exists) return '';
  if (kind === 'own') return l10n.t('a folder of your own, shared with nobody');
  if (kind === 'branch') return l10n.t('on the branch of notes that is there already');
  return kind === 'here' ? l10n.t('here, beside the code') : l10n.t('another repository');
}
