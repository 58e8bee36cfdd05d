import { l10n, window } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { meetTarget, partingAhead } from '../../app/share/meetTarget.ts';
import { isSharingRefused, type Parting } from '../../app/share/noteSharing.ts';
import type { ShareDesk } from '../../app/share/shareNotes.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { traceOf } from '../support/tell.ts';
import { withProgress } from '../support/withProgress.ts';
import { editorExchange } from './editorExchange.ts';
import { pushWords } from './sharingWords.ts';

/**
 * Where notes of hers went into the target of this branch on another way, so that its pull request has a conflict: offers to merge
 * the target in, with her notes merged for her. It looks quietly, as nobody asked for it.
 *
 * @param isOnline whether the remote may be asked for what is new on the target
 */
export async function offerToMeet(outloud: OutLoud, desk: ShareDesk, isOnline: boolean): Promise<void> {
  const parting = await lookAhead(outloud, desk, isOnline);
  if (!parting) return;
  const [target, name] = [plainLabel(parting.target.branch, 60), nameOf(parting)];
  const merge = l10n.t('Merge {0}', target);
  const words = l10n.t(
    '{0} went into {1} on another way, so a pull request of this branch would have a conflict. Merge {1} in here, and your notes are merged for you.',
    name,
    target,
  );
  if ((await window.showInformationMessage(words, merge)) !== merge) return;
  await outloud.attempt('shareNotes', () => meet(desk, parting));
}

/** Nobody asked for it, so nobody is told where it fails. */
async function lookAhead({ log }: OutLoud, desk: ShareDesk, isOnline: boolean): Promise<Parting | undefined> {
  try {
    return await partingAhead(desk, isOnline ? await exchangeOf(desk) : undefined);
  } catch (error) {
    if (!isSharingRefused(error)) log.error(`offerToMeet: ${traceOf(error)}`);
    return undefined;
  }
}

async function meet(desk: ShareDesk, parting: Parting): Promise<void> {
  try {
    const exchange = await exchangeOf(desk);
    const { isBehind } = await withProgress(l10n.t('Pushing your notes…'), () => meetTarget(desk, exchange, parting));
    window.setStatusBarMessage(`$(check) ${l10n.t('Merged and pushed')}`, 6000);
    if (isBehind) void window.showInformationMessage(l10n.t('It comes to your files with your next pull.'));
  } catch (error) {
    throw isSharingRefused(error) ? new Failure(pushWords(error), { cause: error }) : error;
  }
}

function exchangeOf({ notebook }: ShareDesk): ReturnType<typeof editorExchange> {
  return editorExchange(notebook.place);
}

function nameOf({ notes: [first = '', ...others] }: Parting): string {
  const name = plainLabel(first.slice(first.lastIndexOf('/') + 1), 80);
  return others.length === 0 ? name : l10n.t('{0} and other notes', name);
}
