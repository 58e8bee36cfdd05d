import { l10n, window, type QuickPickItem } from 'vscode';
import type { NotebookPlace } from '../../app/ports.ts';
import { stand } from '../../app/share/moveNotes.ts';
import { isSharingRefused } from '../../app/share/noteSharing.ts';
import type { Publishing } from '../../app/share/publishNotes.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';
import { homeDetail, homeLabel } from './homeWords.ts';

interface HomeItem extends QuickPickItem {
  readonly place: NotebookPlace;
}

/**
 * Asks once for each notebook where the team's notes shall be kept, before they are shared for the first time. Enter takes where
 * they are, or the branch of notes that others have already.
 *
 * @returns the place, which may be where they are; undefined for "not now"
 */
async function chooseHome(outloud: OutLoud, notebook: Notebook): Promise<NotebookPlace | undefined> {
  const { place } = notebook;
  const { globalState } = outloud.context;
  if (globalState.get(keyOf(place)) !== undefined || place.kind === 'branch') return place; // a branch was chosen already
  const others = await (await outloud.notebooks.home()).elsewhere(place);
  const isOpen = others[0]?.isMade === true || !(await isShared(outloud, notebook));
  if (others.length === 0 || !isOpen) return place;
  const chosen = await pick(place, others);
  if (chosen?.folder === place.folder) await homeIsChosen(outloud, place);
  return chosen;
}

/** Whether notes of it are in a commit: then the team has chosen, and a newcomer is not asked to choose for all. */
async function isShared(outloud: OutLoud, notebook: Notebook): Promise<boolean> {
  const sharing = await outloud.sharing(notebook);
  if (!sharing) return false;
  const look = { shelf: notebook.shared, sharing };
  const { states } = await stand(look).catch((error: unknown) => {
    if (isSharingRefused(error)) return { states: [] }; // the share itself tells it
    throw error;
  });
  return states.some(({ committed }) => committed !== undefined);
}

/**
 * Settles where the notes are kept before they are shared, moving them where she wants them elsewhere.
 *
 * @returns what may be pushed without a question: after a move everybody's notes; undefined for "not now"
 */
export async function settleHome(outloud: OutLoud): Promise<Pick<Publishing, 'mayShare'> | undefined> {
  const notebook = isWorkspaceTrusted() ? await outloud.notebooks.choose() : undefined;
  if (!notebook) return {}; // what is missing is asked for, or told, by the share itself
  const place = await chooseHome(outloud, notebook);
  if (!place || place.folder === notebook.place.folder) return place && {};
  const { moveNotes } = await import('./moveNotes.ts');
  const folder = await moveNotes(outloud, { to: place.folder, push: false });
  return folder && { mayShare: () => true };
}

/** Remembers that a notebook is where it shall be: nobody is asked again. */
export async function homeIsChosen({ context }: OutLoud, place: NotebookPlace): Promise<void> {
  await context.globalState.update(keyOf(place), true);
}

function keyOf({ folder }: NotebookPlace): string {
  return `home chosen ${folder}`;
}

async function pick(here: NotebookPlace, others: readonly NotebookPlace[]): Promise<NotebookPlace | undefined> {
  const [first, ...rest] = others;
  const isProposed = first?.kind === 'branch' && first.isMade === true;
  const now: HomeItem = { ...itemOf(here), description: l10n.t('where they are now') };
  const items = isProposed
    ? [{ ...itemOf(first), description: l10n.t('others keep theirs there') }, now, ...rest.map(itemOf)]
    : [now, ...others.map(itemOf)];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Share Notes'),
    placeHolder: l10n.t('Where shall the team’s notes be kept? You are asked once, and can move them later'),
    ignoreFocusOut: true,
  });
  return picked?.place;
}

function itemOf(place: NotebookPlace): HomeItem {
  return { label: homeLabel(place), detail: homeDetail(place), place };
}
