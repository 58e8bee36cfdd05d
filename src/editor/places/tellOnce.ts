import { commands, l10n, window } from 'vscode';
import { privateFolderOf } from '../../app/places/notePlaces.ts';
import type { Notebook } from '../../app/shelf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { concernsOf } from './placeWords.ts';

const toldKey = 'places.told';
/** More folders than anybody keeps private notes in. */
const most = 50;

/** After a private note was written: tells once for each folder where it really is, where that is not plainly her own disk. */
export async function tellOnce({ context, world }: OutLoud, notebook: Pick<Notebook, 'private'>): Promise<void> {
  const folder = privateFolderOf(notebook);
  const told = context.globalState.get<readonly string[]>(toldKey, []);
  const [first] = concernsOf(await world.lookAtPrivate(folder));
  const key = `${first?.kind ?? ''} ${folder}`;
  if (!first || told.includes(key)) return;
  await context.globalState.update(toldKey, [...told, key].slice(-most));
  void offer(`${first.fact} ${first.advice}`);
}

/** Says that the folder was open to others until now. */
export async function tellClosed(folder: string): Promise<void> {
  await offer(
    l10n.t(
      'Others on this machine could open the folder of your private notes ({0}). It is closed to them from now on.',
      plainLabel(folder, 120),
    ),
  );
}

async function offer(message: string): Promise<void> {
  const show = l10n.t('Show Where My Notes Are');
  if ((await window.showWarningMessage(message, show)) === show) await commands.executeCommand('outloud.showPlaces');
}
