import type { Uri } from 'vscode';
import { answerOf } from '../../core/feedback/answer.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { OutLoud } from '../outloud.ts';

/** More answers than anybody gets in the days an answer stays new. */
const most = 1000;

/** Remembers that the person has opened an answer of somebody else's. */
export async function answerOpened(outloud: OutLoud, uri: Uri): Promise<void> {
  if (uri.scheme === 'file') await outloud.attempt('answerOpened', () => remember(outloud, uri));
}

async function remember(outloud: OutLoud, { fsPath }: Uri): Promise<void> {
  const notebook = await outloud.notebooks.holding(fsPath);
  const path = notebook?.shared.pathOf(fsPath);
  const note = path && (await notebook?.shared.note(path));
  const answer = note && answerOf(note);
  const desk = answer && (await outloud.quietDesk());
  if (!notebook || !answer || !desk || sameHandle(answer.by, desk.me.handle)) return;
  const { read = [] } = outloud.attention.of(notebook);
  if (!read.includes(answer.path))
    await outloud.attention.keep(notebook, { read: [...read, answer.path].slice(-most) });
}
