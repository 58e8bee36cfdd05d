import { l10n, Uri, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { isSharingRefused } from '../../app/share/noteSharing.ts';
import {
  commitChosen,
  whatToShare,
  type ShareChoice,
  type ShareDesk,
  type ShareLook,
} from '../../app/share/shareNotes.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { shareMessage } from '../../core/share/shareMessage.ts';
import { tooManyDeleted, type NoteToShare } from '../../core/share/sharePlan.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';
import { offerToBring } from './bringNotes.ts';
import { askForMessage } from './askForMessage.ts';
import { offerToMeet } from './offerToMeet.ts';
import { settleHome } from './chooseHome.ts';
import { pickNotes } from './pickNotes.ts';
import { canPush, pushNotes } from './pushNotes.ts';
import { keptBackWords, obstacleWords } from './sharingWords.ts';

/** What a caller may already know. */
export interface ShareAnswers {
  /** The commit's message. */
  readonly message: string;
  /** Whether to push when it is committed. Not done where it is not given and `message` is. */
  readonly push: boolean;
  /** Which notes: their paths in the notebook, or their files. All that can be shared where it is not given and `message` is. */
  readonly notes: readonly (string | Uri)[];
}

/** What a share came to. */
export interface Shared {
  /** Undefined where all of it was in a commit already. */
  readonly commit: string | undefined;
  readonly pushed: boolean;
}

/** Shows what would be shared, commits what she leaves ticked, and answers what came of it; undefined for "not now". */
export async function shareNotes(outloud: OutLoud, answers: Partial<ShareAnswers>): Promise<Shared | undefined> {
  const home = answers.message === undefined ? await settleHome(outloud) : {};
  if (!home) return undefined;
  const desk = await deskFor(outloud);
  if (!desk) return undefined;
  try {
    const look = await withProgress(l10n.t('Looking for what to share…'), signal => whatToShare(desk, signal));
    if (look.notes.length === 0) {
      void offerToMeet(outloud, desk, false);
      void outloud.attempt('bringNotes', () => offerToBring(outloud, desk));
      return tellNothing(look);
    }
    const decided = await decide(desk, look, answers);
    if (!decided) return undefined;
    const commit = await withProgress(l10n.t('Sharing your notes…'), signal =>
      commitChosen(desk, { look, ...decided, signal }),
    );
    // It is committed, whatever becomes of the push: what stands in its way is told, and the answer says so.
    const pushed = decided.push && (await outloud.attempt('shareNotes', () => pushNotes(outloud, desk, home))) === true;
    tellDone(look.branch, { commit, pushed });
    void outloud.attempt('bringNotes', () => offerToBring(outloud, desk));
    return { commit, pushed };
  } catch (error) {
    throw isSharingRefused(error) ? new Failure(obstacleWords(error), { cause: error }) : error;
  }
}

interface Decided extends Pick<ShareChoice, 'paths' | 'message'> {
  readonly push: boolean;
}

/** What she wants, asking for what was not said. Where all is committed already, only the push is left to ask for. */
async function decide(desk: ShareDesk, look: ShareLook, answers: Partial<ShareAnswers>): Promise<Decided | undefined> {
  const chosen = await choose(desk, look, answers);
  if (!chosen || !(await mayDelete(chosen))) return undefined;
  const fresh = chosen.filter(({ isCommitted }) => !isCommitted);
  const proposed = shareMessage(fresh);
  const message = answers.message ?? (fresh.length === 0 ? proposed : await askForMessage(proposed, look.branch));
  if (message === undefined) return undefined;
  const push = answers.push ?? (answers.message === undefined && (await askForPush(desk, fresh.length > 0)));
  return push === undefined ? undefined : { paths: chosen.map(({ path }) => path), message, push };
}

function tellDone(branch: string, { commit, pushed }: Shared): void {
  const name = plainLabel(branch, 60);
  if (!pushed && commit === undefined) return;
  const words = pushed ? l10n.t('Shared on {0}', name) : l10n.t('Committed on {0}', name);
  window.setStatusBarMessage(`$(check) ${words}`, 6000);
}

async function deskFor(outloud: OutLoud): Promise<(Desk & ShareDesk) | undefined> {
  const desk = await outloud.desk();
  if (!desk) return undefined;
  const sharing = await outloud.sharing(desk.notebook);
  if (!sharing)
    throw new Failure(
      l10n.t('This workspace is in Restricted Mode, where git is not started. Trust it, then share your notes.'),
    );
  return { ...desk, sharing, yaml: await outloud.world.yaml() };
}

/** Whether to push too; undefined for "not now". Not asked where there is nothing to push to. */
async function askForPush(desk: ShareDesk, hasNew: boolean): Promise<boolean | undefined> {
  if (!(await canPush(desk))) return false;
  const items = [
    { label: l10n.t('Share and Push'), detail: l10n.t('Others have them at once'), push: true },
    { label: l10n.t('Share'), detail: l10n.t('Only a commit: you push it when you like'), push: false },
  ];
  const committed = { label: l10n.t('Push What Is Committed'), detail: l10n.t('Others have them at once'), push: true };
  const picked = await window.showQuickPick(hasNew ? items : [committed], {
    title: l10n.t('Share Notes'),
    ignoreFocusOut: true,
  });
  return picked?.push;
}

async function choose(
  { notebook }: ShareDesk,
  look: ShareLook,
  { notes, message }: Partial<ShareAnswers>,
): Promise<readonly NoteToShare[] | undefined> {
  const isAllCommitted = look.notes.every(({ isCommitted }) => isCommitted);
  if (notes === undefined) return message === undefined && !isAllCommitted ? pickNotes(notebook, look) : look.notes;
  const named = new Set(notes.map(note => (note instanceof Uri ? notebook.shared.pathOf(note.fsPath) : note)));
  const kept = look.keptBack.find(({ path }) => named.has(path));
  if (kept) throw new Failure(keptBackWords(kept));
  const chosen = look.notes.filter(({ path }) => named.has(path));
  if (chosen.length === 0) throw new Failure(l10n.t('There is nothing new in these notes to share.'));
  return chosen;
}

/** A folder that vanished is rather an accident than a wish. */
async function mayDelete(chosen: readonly NoteToShare[]): Promise<boolean> {
  const deleted = tooManyDeleted(chosen);
  if (deleted.length === 0) return true;
  const yes = l10n.t('Remove Them');
  const names = deleted.slice(0, 12).map(({ title }) => plainLabel(title, 60));
  const answer = await window.showWarningMessage(
    l10n.t('This removes {0} notes for everybody. Is that what you want?', deleted.length),
    { modal: true, detail: `${names.join('\n')}${deleted.length > names.length ? '\n…' : ''}` },
    yes,
  );
  return answer === yes;
}

function tellNothing({ keptBack }: ShareLook): Shared {
  const [first] = keptBack;
  void window.showInformationMessage(first ? keptBackWords(first) : l10n.t('Everything is shared already.'));
  return { commit: undefined, pushed: false };
}
