import { l10n, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { carryNotes } from '../../app/share/carryNotes.ts';
import { planMove } from '../../app/share/moveNotes.ts';
import { isSharingRefused } from '../../app/share/noteSharing.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { OutLoud } from '../outloud.ts';
import { leftBehindAt, leftBehindWords, type LeftBehind } from '../support/leftBehind.ts';
import { withProgress } from '../support/withProgress.ts';
import { notMovedWords } from './homeWords.ts';
import { offerPush, saveAll, wordsFor, type Moved } from './moveNotes.ts';
import { obstacleWords } from './sharingWords.ts';

/** What a caller may already know. */
export interface BringAnswers {
  /** Whether to push what arrived. */
  readonly push: boolean;
}

/** Brings the notes of hers that stayed at an old place to where the team's are now, and answers which; undefined for "not now". */
export async function bringNotes(
  outloud: OutLoud,
  { push }: Partial<BringAnswers>,
): Promise<readonly SharedPath[] | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const left = await withProgress(l10n.t('Looking for notes of yours…'), () => leftBehindAt(outloud, desk));
  if (!left) {
    void window.showInformationMessage(l10n.t('No note of yours stayed at an old place.'));
    return [];
  }
  if (!(await saveAll(left.notebook))) return undefined;
  try {
    const moved = await bring(outloud, desk, left);
    await offerPush(outloud, moved, push);
    return left.paths;
  } catch (error) {
    throw isSharingRefused(error) ? new Failure(obstacleWords(error), { cause: error }) : error;
  }
}

async function bring(outloud: OutLoud, desk: Desk, { from, to, paths, notebook }: LeftBehind): Promise<Moved> {
  const yaml = await outloud.world.yaml();
  const { place } = desk.notebook;
  return withProgress(l10n.t('Moving your notes…'), async signal => {
    const both = { from, to, yaml, only: new Set(paths) };
    const plan = await planMove(both, signal);
    const [kept] = plan.keptBack;
    if (kept) throw new Failure(notMovedWords(kept));
    const files = await outloud.world.moving({ from: notebook.place.folder, to: place.folder });
    const { messages } = await wordsFor(outloud, { ...desk, notebook }, { plan, to: place });
    // The new place is whole, and the old one says already where the notes are.
    const nothing = () => Promise.resolve();
    const carried = await carryNotes(both, { plan, files: { ...files, begin: nothing, end: nothing }, messages });
    return { ...carried, desk, sharing: to.sharing, rest: [] };
  });
}

const toldKey = 'left behind';

/** Says at a share that notes of hers are somewhere else, and offers to bring them along. Said again only of others. */
export async function offerToBring(outloud: OutLoud, desk: Desk): Promise<void> {
  const left = await leftBehindAt(outloud, desk);
  const { workspaceState } = outloud.context;
  const told = left?.paths.join('\n');
  if (!left || workspaceState.get(toldKey) === told) return;
  await workspaceState.update(toldKey, told);
  const yes = l10n.t('Bring Them Along');
  if ((await window.showInformationMessage(leftBehindWords(left), yes)) === yes)
    await outloud.attempt('bringNotes', () => bringNotes(outloud, {}));
}
