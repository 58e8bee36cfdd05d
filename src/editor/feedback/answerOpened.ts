import type { Uri } from 'vscode';
import { readIfThere } from '../../app/notebook/readIfThere.ts';
import { answerStamp } from '../../core/feedback/answerText.ts';
import { answerOf } from '../../core/feedback/answer.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { OutLoud } from '../outloud.ts';

/** More answers than anybody gets in the days an answer stays new. */
const most = 1000;

/** Remembers that the person has opened an answer of somebody else's, and a stamp of what it said. */
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
  const text = await readIfThere(notebook.shared, answer.path);
  if (text === undefined) return;
  const stamp = answerStamp(text);
  const { read = [], stamps = {} } = outloud.attention.of(notebook);
  if (read.includes(answer.path) && stamps[answer.path] === stamp) return;
  const kept = [...read.filter(each => each !== answer.path), answer.path].slice(-most);
  const said = Object.entries({ ...stamps, [answer.path]: stamp }).filter(([place]) => kept.includes(place));
  await outloud.attention.keep(notebook, { read: kept, stamps: Object.fromEntries(said) });
}
