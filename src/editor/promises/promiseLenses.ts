import { CodeLens, l10n, Range, type TextDocument } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { othersIn, publishedBy } from '../../app/promise/promisesOf.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import { promisesIn, promisesPath, sameWords, type PromiseLine } from '../../core/promise/promise.ts';
import type { OutLoud } from '../outloud.ts';

/** What she can do with each open promise of hers, above its line. */
export async function promiseLenses(outloud: OutLoud, document: TextDocument): Promise<CodeLens[]> {
  const { fsPath } = document.uri;
  const desk = await outloud.quietDesk();
  const shared = desk?.notebook.shared.pathOf(fsPath);
  if (desk && shared !== undefined)
    return shared.startsWith(`people/${desk.me.handle}/`) ? lensesOfPublished(document, shared) : [];
  const own = desk?.notebook.private.pathOf(fsPath);
  return desk && own !== undefined ? lensesOfNoted(outloud, desk, document) : [];
}

function lensesOfPublished(document: TextDocument, path: string): CodeLens[] {
  return promisesIn(document.getText())
    .filter(({ state }) => state === 'open')
    .flatMap(promise => [
      lens(document, promise, { path, title: l10n.t('Kept'), command: 'keepPromise' }),
      lens(document, promise, { path, title: l10n.t('Another day…'), command: 'carryPromise' }),
      lens(document, promise, { path, title: l10n.t('Decline…'), command: 'declinePromise' }),
    ]);
}

async function lensesOfNoted(
  outloud: OutLoud,
  { notebook, me, team }: Desk,
  document: TextDocument,
): Promise<CodeLens[]> {
  const path = notebook.private.pathOf(document.uri.fsPath);
  const note = path === undefined ? undefined : await notebook.private.note(path);
  if (note?.type !== 'one-on-one') return [];
  const promises = meetingPromises(document.getText(), { me: me.handle, others: othersIn(note, team) });
  const mine = promises.filter(({ by, isCopy }) => sameHandle(by, me.handle) && !isCopy);
  const published = new Set((await publishedBy(notebook, me.handle)).map(({ text }) => sameWords(text)));
  const uri = outloud.uriOf(notebook, { shelf: 'shared', path: promisesPath(me.handle) });
  const opening = { title: l10n.t('Published: open it'), command: 'vscode.open', arguments: [uri] };
  return mine.flatMap(promise => {
    if (promise.state === 'moved') return [new CodeLens(rangeOf(document, promise), opening)];
    if (promise.state !== 'open' || published.has(sameWords(promise.text))) return [];
    return [lens(document, promise, { path: note.path, title: l10n.t('Publish…'), command: 'publishPromise' })];
  });
}

interface Offer {
  readonly path: string;
  readonly title: string;
  readonly command: string;
}

function lens(document: TextDocument, promise: PromiseLine, { path, title, command }: Offer): CodeLens {
  const range = rangeOf(document, promise);
  const answers = { promise: promise.text, path, line: range.start.line + 1 };
  return new CodeLens(range, { title, command: `outloud.${command}`, arguments: [answers] });
}

function rangeOf(document: TextDocument, { task: { at } }: PromiseLine): Range {
  return new Range(document.positionAt(at.start), document.positionAt(at.end));
}
