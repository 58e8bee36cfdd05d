import { commands, l10n, Uri, window } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { isSharingRefused, type NoteChoice, type Publication } from '../../app/share/noteSharing.ts';
import { publishNotes, type Published, type Publishing } from '../../app/share/publishNotes.ts';
import type { ShareDesk } from '../../app/share/shareNotes.ts';
import { isSharedBy } from '../../core/share/sharePlan.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';
import { editorExchange } from './editorExchange.ts';
import { offerToMeet } from './offerToMeet.ts';
import { pushWords } from './sharingWords.ts';

/** Whether there is a remote to push to at all. */
export async function canPush({ sharing, me }: ShareDesk): Promise<boolean> {
  try {
    await sharing.publication({ mayShare: path => isSharedBy(me.handle, path) });
    return true;
  } catch (error) {
    if (isSharingRefused(error)) return error.why !== 'no-remote';
    throw error;
  }
}

/** Pushes the commits that hold notes, with the person's own credentials, and tells how that ended where it is not simply done. */
export async function pushNotes(
  outloud: OutLoud,
  desk: ShareDesk,
  how: Pick<Publishing, 'mayShare'> = {},
): Promise<boolean> {
  try {
    const { pushed, isBehind } = await pushChoosing(outloud, desk, how);
    if (isBehind)
      void window.showInformationMessage(
        l10n.t(
          'Your notes are shared. What others did comes with your next pull: changes of yours are in the way of it.',
        ),
      );
    else if (pushed) void offerToMeet(outloud, desk, true);
    return pushed;
  } catch (error) {
    if (!isSharingRefused(error)) throw error;
    if (error.why !== 'conflict') throw new Failure(pushWords(error), { cause: error });
    if (error.clash) tellLater(error.clash.path);
    else void outloud.attempt('shareNotes', () => offerMergeEditor(desk, error.detail));
    return false;
  }
}

/** Asks what only she can decide, as often as there is such a thing, and goes on with it. */
async function pushChoosing(outloud: OutLoud, desk: ShareDesk, how: Known): Promise<Published> {
  const choices: NoteChoice[] = [];
  for (;;)
    try {
      return await push(outloud, desk, { ...how, choices });
    } catch (error) {
      if (!isSharingRefused(error) || !error.clash) throw error;
      const { chooseInMergeEditor } = await import('./chooseInMergeEditor.ts');
      const text = await chooseInMergeEditor(outloud, error.clash);
      if (text === undefined) throw error;
      choices.push({ ...error.clash, text });
    }
}

type Known = Pick<Publishing, 'choices' | 'remote' | 'mayShare'>;

async function push(outloud: OutLoud, desk: ShareDesk, known: Known): Promise<Published> {
  const exchange = await editorExchange(desk.notebook.place);
  try {
    return await withProgress(l10n.t('Pushing your notes…'), signal =>
      publishNotes(desk, {
        exchange,
        signal,
        mayPublish: publication => mayPublish(outloud, desk, publication),
        pause: ms => new Promise(resolve => setTimeout(resolve, ms * (0.5 + Math.random()))),
        ...known,
      }),
    );
  } catch (error) {
    if (!isSharingRefused(error) || error.why !== 'choose-remote' || known.remote !== undefined) throw error;
    const chosen = await window.showQuickPick(error.detail.split(', '), {
      title: l10n.t('Share Notes'),
      placeHolder: l10n.t('To which remote?'),
    });
    return chosen === undefined
      ? { pushed: false, isBehind: false }
      : push(outloud, desk, { ...known, remote: chosen });
  }
}

/** Asked only where a push would do more than she expects: publish other commits, or go somewhere else than the last time. */
async function mayPublish({ context }: OutLoud, { notebook }: ShareDesk, publication: Publication): Promise<boolean> {
  const { others, privates, address, remote } = publication;
  const key = `pushed to ${notebook.place.folder} ${remote}`;
  const before = context.workspaceState.get<string>(key);
  if (before !== undefined && before !== address && !(await agrees(addressWords(before, address)))) return false;
  if (privates.length > 0 && !(await agrees(privateWords(privates)))) return false;
  if (others.length > 0 && !(await agrees(otherWords(others)))) return false;
  await context.workspaceState.update(key, address);
  return true;
}

interface Question {
  readonly message: string;
  readonly detail: string;
  readonly yes: string;
}

function addressWords(before: string, address: string): Question {
  return {
    message: l10n.t('Your notes would be pushed somewhere else than the last time.'),
    detail: `${l10n.t('Then: {0}', plainLabel(before, 200))}\n${l10n.t('Now: {0}', plainLabel(address, 200))}`,
    yes: l10n.t('Push There'),
  };
}

function privateWords(privates: readonly string[]): Question {
  return {
    message: l10n.t('Commits of this branch hold notes that are private. Pushed, everybody could read them for good.'),
    detail: listed(privates.map(path => path.slice(path.lastIndexOf('/') + 1))),
    yes: l10n.t('Push Private Notes'),
  };
}

function otherWords(others: readonly string[]): Question {
  return {
    message: l10n.t('Pushing your notes publishes other commits of this branch too.'),
    detail: listed(others),
    yes: l10n.t('Push Them Too'),
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map(name => `· ${plainLabel(name, 80)}`);
  return [...shown, ...(names.length > shown.length ? ['…'] : [])].join('\n');
}

async function agrees({ message, detail, yes }: Question): Promise<boolean> {
  return (await window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

function tellLater(path: string): void {
  const name = plainLabel(path.slice(path.lastIndexOf('/') + 1), 80);
  void window.showInformationMessage(
    l10n.t('Your notes are committed. {0} waits for your choice: share again when you have a moment.', name),
  );
}

/** Where git's own rebase or merge stopped: says in words what happened, and opens both versions beside each other. */
async function offerMergeEditor({ notebook }: ShareDesk, file: string): Promise<void> {
  const root = notebook.place.repository ?? notebook.place.folder;
  const name = plainLabel(file.slice(file.lastIndexOf('/') + 1), 80);
  const open = l10n.t('Open Merge Editor');
  const answer = await window.showWarningMessage(
    l10n.t(
      'The same lines of {0} were changed on two sides. Choose which to keep, finish the pull, then share again.',
      name,
    ),
    open,
  );
  if (answer === open) await commands.executeCommand('git.openMergeEditor', Uri.joinPath(Uri.file(root), file));
}
