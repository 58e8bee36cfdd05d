import { l10n, window, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { meetingsOf } from '../../app/promise/meetingsOf.ts';
import { joinPromise, maybeSame, type NotedName } from '../../app/promise/samePromise.ts';
import type { PrivatePath } from '../../core/note/notePath.ts';
import { linesOf } from '../../core/note/noteText.ts';
import { dueText } from '../../core/outline/dueText.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { sameWords } from '../../core/promise/promise.ts';
import type { OutLoud } from '../outloud.ts';

/** What a caller may already know. */
export interface SameAnswers extends NotedName {
  /** The words of the published one. */
  readonly as: string;
}

/**
 * Says that a promise in a private note is one that was published in other words, so that it stands once: the one that is named, or the
 * one the cursor is on. Only that private note is written. Answers it, or undefined for "not now".
 */
export async function samePromise(outloud: OutLoud, answers: Partial<SameAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const name = desk && (await nameOf(desk, answers));
  if (!desk || !name) return undefined;
  const published = await maybeSame(desk, name);
  const { as } = answers;
  const chosen =
    as === undefined
      ? await askForSame(desk, name, published)
      : published.find(({ text }) => sameWords(text) === sameWords(as));
  if (as !== undefined && !chosen)
    throw new Failure(l10n.t('“{0}” is no open promise of the same person. Look at the note again.', plainLabel(as)));
  if (!chosen) return undefined;
  await joinPromise(desk, name, chosen);
  window.setStatusBarMessage(l10n.t('$(check) It stands once now. Only your private note says so.'), 8000);
  return outloud.uriOf(desk.notebook, { shelf: 'private', path: name.path });
}

/** The noted promise that is named, else the one the cursor is on. */
async function nameOf(desk: Desk, { path, promise, line }: Partial<SameAnswers>): Promise<NotedName | undefined> {
  if (path !== undefined && promise !== undefined) return { path, promise, ...(line !== undefined && { line }) };
  const editor = window.activeTextEditor;
  const open = editor && desk.notebook.private.pathOf(editor.document.uri.fsPath);
  const found = editor && open !== undefined ? await notedAt(desk, open, editor.selection.active.line + 1) : undefined;
  if (!found) throw new Failure(l10n.t('Put the cursor on a promise in the private note of a one-to-one first.'));
  return found;
}

async function notedAt(desk: Desk, path: PrivatePath, line: number): Promise<NotedName | undefined> {
  const note = (await meetingsOf(desk)).find(each => each.path === path);
  if (!note) return undefined;
  const start = [...linesOf(note.text)][line - 1]?.start;
  const promises = meetingPromises(note.text, { me: desk.me.handle, others: note.others });
  const found = promises.find(({ task, state }) => state === 'open' && task.at.start === start);
  return found && { path, promise: found.text, line };
}

async function askForSame(
  { clock }: Desk,
  { promise }: NotedName,
  published: readonly OpenPromise[],
): Promise<OpenPromise | undefined> {
  if (published.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing else that was promised is published between you two.'));
    return undefined;
  }
  const items = published.map(each => ({
    label: plainLabel(each.text, 80),
    ...(each.due !== undefined && { description: dueText(each.due, clock.today()) }),
    promise: each,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Same Promise: {0}', plainLabel(promise, 60)),
    placeHolder: l10n.t('Which published promise is it?'),
    ignoreFocusOut: true,
  });
  return picked?.promise;
}
