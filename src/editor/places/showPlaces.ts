import { commands, env, l10n, Uri, window, type QuickPickItem } from 'vscode';
import { notePlaces, type NotePlaces } from '../../app/places/notePlaces.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { leftBehindAt, leftBehindWords, type LeftBehind } from '../support/leftBehind.ts';
import { concernsOf, reachWords, type Concern } from './placeWords.ts';

interface Row extends QuickPickItem {
  readonly choose: () => Promise<unknown>;
}

/** Shows where the shared and the private notes are and who can come by them; Enter does what a row offers. Answers what it showed. */
export async function showPlaces(outloud: OutLoud): Promise<NotePlaces | undefined> {
  const { world } = outloud;
  const notebook = await outloud.notebooks.chooseFound();
  if (!notebook) return undefined;
  const sharing = await outloud.sharing(notebook);
  const desk = sharing ? await outloud.desk() : await outloud.quietDesk(); // without git nobody needs to say who she is
  if (sharing && !desk) return undefined;
  const places = await notePlaces(desk ?? { notebook }, { sharing, look: folder => world.lookAtPrivate(folder) });
  const left = desk && (await leftBehindAt(outloud, desk));
  const picked = await window.showQuickPick([...(left ? [rowToBring(left)] : []), ...rowsOf(outloud, places)], {
    title: l10n.t('Where My Notes Are'),
    placeHolder: l10n.t('Enter does what a line offers'),
    matchOnDetail: true,
  });
  await picked?.choose();
  return places;
}

function rowsOf(outloud: OutLoud, places: NotePlaces): readonly Row[] {
  const { shared, private: own } = places;
  const concerns = concernsOf(own);
  const isFine = concerns.length === 0;
  return [
    {
      label: `$(organization) ${l10n.t('Shared notes')}`,
      description: reachWords(shared),
      detail: plainLabel(shared.folder, 300),
      choose: () => open(shared.folder),
    },
    {
      label: `$(lock) ${l10n.t('Private notes')}`,
      description: isFine
        ? l10n.t('only you can read them; Out Loud never commits them')
        : l10n.t('Out Loud never commits them'),
      detail: plainLabel(own.folder, 300),
      choose: () => open(own.folder),
    },
    ...concerns.map(concern => rowFor(outloud, places, concern)),
    {
      label: `$(gear) ${l10n.t('Keep Private Notes Elsewhere…')}`,
      detail: l10n.t('Opens the setting. Notes that are there already stay until you move them.'),
      choose: openSetting,
    },
  ];
}

function rowToBring(left: LeftBehind): Row {
  return {
    label: `$(arrow-swap) ${leftBehindWords(left)}`,
    detail: l10n.t('Brings them to where the team’s notes are now'),
    choose: async () => commands.executeCommand('outloud.bringNotes'),
  };
}

function rowFor({ world }: OutLoud, { private: own }: NotePlaces, { kind, short, advice }: Concern): Row {
  const close = async () => {
    await world.closeToOthers(own.folder);
    window.setStatusBarMessage(`$(check) ${l10n.t('Closed to others')}`, 4000);
  };
  return { label: `$(warning) ${short}`, detail: advice, choose: kind === 'open' ? close : openSetting };
}

/** Shows a folder where the machine can; else its path is put on the clipboard. */
async function open(folder: string): Promise<void> {
  const isOnThisComputer = env.remoteName === undefined && env.appHost === 'desktop';
  if (isOnThisComputer) {
    await commands.executeCommand('revealFileInOS', Uri.file(folder));
    return;
  }
  await env.clipboard.writeText(folder);
  window.setStatusBarMessage(`$(check) ${l10n.t('Copied the path')}`, 4000);
}

async function openSetting(): Promise<void> {
  await commands.executeCommand('workbench.action.openSettings', 'outloud.privateFolder');
}
