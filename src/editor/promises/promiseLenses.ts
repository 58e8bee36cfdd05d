import { CodeLens, l10n, Range, type TextDocument } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { othersIn } from '../../app/promise/meetingsOf.ts';
import { promisesBetween } from '../../app/promise/promisesOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import { promisesIn, promisesPath, sameWords, type PromiseLine } from '../../core/promise/promise.ts';
import type { OutLoud } from '../outloud.ts';

/** What she can do with each open promise of hers, above its line; and in her own notes, where it was published in other words. */
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

async function lensesOfNoted(outloud: OutLoud, desk: Desk, document: TextDocument): Promise<CodeLens[]> {
  const { notebook, me, team } = desk;
  const path = notebook.private.pathOf(document.uri.fsPath);
  const note = path === undefined ? undefined : await notebook.private.note(path);
  if (note?.type !== 'one-on-one') return [];
  const others = othersIn(note, team);
  const noted = meetingPromises(document.getText(), { me: me.handle, others }).filter(({ isCopy }) => !isCopy);
  const between = (await Promise.all(others.map(other => promisesBetween(desk, other)))).flat();
  const published = between.filter(({ isPublished }) => isPublished);
  return noted.flatMap(promise => {
    const opening = (title: string) => {
      const uri = outloud.uriOf(notebook, { shelf: 'shared', path: promisesPath(promise.by) });
      return new CodeLens(rangeOf(document, promise), { title, command: 'vscode.open', arguments: [uri] });
    };
    const isMine = sameHandle(promise.by, me.handle);
    if (promise.state === 'moved') return isMine || promise.sameAs ? [opening(l10n.t('Published: open it'))] : [];
    const others = published.filter(({ by, to = '' }) => sameHandle(by, promise.by) && sameHandle(to, promise.to));
    if (promise.state !== 'open' || others.some(({ text }) => sameWords(text) === sameWords(promise.text))) return [];
    const line = rangeOf(document, promise).start.line + 1;
    const like = others.find(({ likeAt = [] }) => likeAt.some(at => at.path === note.path && at.line === line));
    if (like) return [opening(l10n.t('Published as “{0}”: open it', plainLabel(like.text, 60)))];
    const offer = (title: string, command: string) => lens(document, promise, { path: note.path, title, command });
    return [
      ...(isMine ? [offer(l10n.t('Publish…'), 'publishPromise')] : []),
      ...(others.length > 0 ? [offer(l10n.t('Same as…'), 'samePromise')] : []),
    ];
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
