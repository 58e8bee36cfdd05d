import { commands, l10n, window } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** Says that others could open a folder of private notes until now. */
export function tellWasOpen(folder: string): void {
  void warnOfPlaces(
    l10n.t(
      'Others on this machine could open the folder of your private notes ({0}). It is closed to them from now on.',
      plainLabel(folder, 120),
    ),
  );
}

/** Warns of something about a folder of notes, with a way to see where they all are. */
export async function warnOfPlaces(message: string): Promise<void> {
  const show = l10n.t('Show Where My Notes Are');
  if ((await window.showWarningMessage(message, show)) === show) await commands.executeCommand('outloud.showPlaces');
}
