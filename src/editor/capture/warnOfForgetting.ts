import { l10n, window } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

const warnedKey = 'warned of forgetting';

/** Says once, after the first private note, that this machine will not keep it, where that is so. */
export async function warnOfForgetting({ context, world }: OutLoud): Promise<void> {
  if (context.globalState.get<boolean>(warnedKey)) return;
  const machine = await world.forgets();
  if (machine === undefined) return;
  await context.globalState.update(warnedKey, true);
  void window.showWarningMessage(
    l10n.t(
      'Private notes stay on this machine, and {0} is thrown away some day: set “outloud.privateFolder” to a folder that is kept.',
      plainLabel(machine),
    ),
  );
}
