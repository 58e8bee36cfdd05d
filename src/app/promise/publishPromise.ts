import { ownerOf, type SharedPath } from '../../core/note/notePath.ts';
import { printNote } from '../../core/note/printNote.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { promiseAdded, promiseMoved } from '../../core/promise/changePromise.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { printPromise, promisesIn, promisesPath, sameWords, wordsOf } from '../../core/promise/promise.ts';
import { Failure } from '../failure.ts';
import { changePromise, type PromiseDesk } from './ownPromise.ts';

/**
 * The line others would read of a promise, exactly as it would be written.
 *
 * @param words other words than those of the private note
 */
export function publishedLine({ text, to, since, due }: OpenPromise, words = text): string {
  const said = wordsOf(words);
  return printPromise({ text: said.replace(/^\p{Ll}/u, letter => letter.toUpperCase()), to, since, due });
}

/**
 * Tells others of a promise she noted in a one-to-one: its line goes into her own promises, and the private one then says that it is
 * open there. Nothing else of the private note is in it. Answers where it went.
 *
 * @throws Failure where she did not give it, or it is published already
 */
export async function publishPromise(desk: PromiseDesk, promise: OpenPromise, words?: string): Promise<SharedPath> {
  if (promise.isPublished) throw new Failure('Others can read that promise already.');
  const line = publishedLine(promise, words);
  if (wordsOf(words ?? promise.text) === '') throw new Failure('A promise is at least a word.');
  const { path, isPrivate } = await promisesNote(desk);
  if (isPrivate)
    throw new Failure('Your promises can’t be read by others. Look at the top of their note, and try again.');
  await changePromise(desk, promise, () => []); // one that can't be changed is found out before anybody reads of it
  await desk.notebook.shared.update(path, text => {
    if (text === undefined) return [{ at: { start: 0, end: 0 }, text: newPromises(desk.me.name, line) }];
    return isThere(text, line) ? [] : promiseAdded(text, line);
  });
  await changePromise(desk, promise, (text, found): readonly TextEdit[] =>
    promiseMoved(text, found, { path, words: wordsIn(line) }),
  );
  return path;
}

/** Her promises, wherever she keeps them. */
async function promisesNote({ notebook, me }: PromiseDesk): Promise<{ path: SharedPath; isPrivate: boolean }> {
  const isHers = (path: SharedPath) => sameHandle(ownerOf(path) ?? '', me.handle);
  const usual = await notebook.shared.note(promisesPath(me.handle));
  const note = usual ?? (await notebook.shared.notes()).find(({ type, path }) => type === 'promises' && isHers(path));
  return { path: note?.path ?? promisesPath(me.handle), isPrivate: note?.isPrivate === true };
}

/** The words of a line as they are read. */
function wordsIn(line: string): string {
  return promisesIn(line)[0]?.text ?? '';
}

function isThere(text: string, line: string): boolean {
  const [promise] = promisesIn(line);
  return promisesIn(text).some(
    ({ state, text: words, to }) =>
      state === 'open' && sameWords(words) === sameWords(promise?.text ?? '') && to === promise?.to,
  );
}

function newPromises(name: string, line: string): string {
  return printNote({ head: { type: 'promises' }, title: `Promises of ${name}`, body: line });
}
