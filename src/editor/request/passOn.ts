import { CodeLens, env, l10n, Range, Uri, window, workspace, type TextDocument } from 'vscode';
import { askedAboutText } from '../../app/feedback/askedAbout.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { mayHavePull } from '../../core/feedback/about.ts';
import { requestOf, type FeedbackRequest } from '../../core/feedback/request.ts';
import { chatRequest, pullComment, type RequestNames } from '../../core/feedback/requestText.ts';
import { newPullUrl } from '../../core/forge/comparePages.ts';
import { readNote } from '../../core/note/readNote.ts';
import { personCalled } from '../../core/people/identity.ts';
import { weekdayWords } from '../../core/time/dayWords.ts';
import type { OutLoud } from '../outloud.ts';
import { openDocument } from '../support/openDocuments.ts';

/** The request that is meant; the one in front where it is not given. */
export interface RequestInFront {
  readonly uri: Uri;
}

/** Puts a request on the clipboard as words for a chat. Answers what it put there. */
export function copyRequestForChat(outloud: OutLoud, answers: Partial<RequestInFront>): Promise<string> {
  return copied(outloud, answers, chatRequest, l10n.t('Copied for the chat'));
}

/** Puts a request on the clipboard as a comment for a pull request. Answers what it put there. */
export function copyRequestAsComment(outloud: OutLoud, answers: Partial<RequestInFront>): Promise<string> {
  return copied(outloud, answers, pullComment, l10n.t('Copied as a comment'));
}

/** Opens the page of the pull request a request is about, or the one on which it is begun. Answers the address. */
export async function openPullRequest(outloud: OutLoud, answers: Partial<RequestInFront>): Promise<string> {
  const { desk, request } = await requestMeant(outloud, answers);
  const about = request.about === undefined ? undefined : await askedAboutText(desk, request.about);
  const { work } = about ?? {};
  const isNamed = work && !/^[0-9a-f]{7,}$/.test(work.to);
  const forge = work?.repository.forge;
  const address = about?.pull?.url ?? (forge && isNamed ? newPullUrl(forge, work.from, work.to) : undefined);
  if (address === undefined)
    throw new Failure(l10n.t('No page of a pull request is known for this. Copy the request as a comment instead.'));
  await env.openExternal(Uri.parse(address, true));
  return address;
}

type Writing = (text: string, names: RequestNames) => string;

async function copied(
  outloud: OutLoud,
  answers: Partial<RequestInFront>,
  write: Writing,
  done: string,
): Promise<string> {
  const { desk, request, text: note } = await requestMeant(outloud, answers);
  const { team, me, clock } = desk;
  const nameOf = (handle: string) => (handle === me.handle ? me.name : personCalled(handle, team).name);
  const text = write(note, {
    asker: nameOf(request.asker),
    to: request.to.map(nameOf),
    due: request.due === undefined ? undefined : weekdayWords(request.due, clock.today()),
  });
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`$(check) ${done}`, 4000);
  return text;
}

/** A request that is shared, or may be, as it stands in front of her; what is private is none. */
async function requestMeant(
  outloud: OutLoud,
  { uri = window.activeTextEditor?.document.uri }: Partial<RequestInFront>,
): Promise<{ readonly desk: Desk; readonly request: FeedbackRequest; readonly text: string }> {
  const desk = await outloud.quietDesk();
  const path = uri && desk?.notebook.shared.pathOf(uri.fsPath);
  const none = () => new Failure(l10n.t('Open a request for feedback first.'));
  if (!desk || !uri || path === undefined || !(await desk.notebook.shared.note(path))) throw none();
  const document = openDocument(uri.fsPath) ?? (await workspace.openTextDocument(uri));
  const text = document.getText();
  const request = requestOf({ ...readNote(path, text, await outloud.world.yaml()), path }, desk.team);
  if (!request) throw none();
  return { desk, request, text };
}

/** What can be done with a request, above its first line. */
export function requestLenses(document: TextDocument): CodeLens[] {
  const head = document.getText().slice(0, 4000);
  const [, about = ''] = /^about:(.*)$/m.exec(head) ?? [];
  if (!/^type:\s*['"]?feedback-request/m.test(head)) return [];
  const at = new Range(0, 0, 0, 0);
  const lens = (title: string, command: string) =>
    new CodeLens(at, { title, command: `outloud.${command}`, arguments: [{ uri: document.uri }] });
  return [
    lens(l10n.t('Copy for the Chat'), 'copyRequestForChat'),
    lens(l10n.t('Copy as Pull-Request Comment'), 'copyRequestAsComment'),
    ...(mayHavePull(about) ? [lens(l10n.t('Open Pull Request'), 'openPullRequest')] : []),
  ];
}
