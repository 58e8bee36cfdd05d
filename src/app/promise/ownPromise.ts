import { type NotePath, ownerOf } from '../../core/note/notePath.ts';
import { linesOf } from '../../core/note/noteText.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import type { OpenPromise } from '../../core/promise/openPromises.ts';
import { promisesIn, sameWords, type PromiseLine } from '../../core/promise/promise.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';
import type { Shelf } from '../shelf.ts';
import { othersIn } from './meetingsOf.ts';
import { ownPromises } from './promisesOf.ts';

/** What changing a promise needs. */
export type PromiseDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/** How a command names a promise: by its words, or exactly by its line, as a row of the inbox does. */
export interface PromiseName {
  readonly promise: string;
  readonly path: string;
  readonly line: number;
}

/**
 * The open promise of hers that is named.
 *
 * @throws Failure where she gave no such promise, or it is open no more
 */
export async function ownPromise(desk: PromiseDesk, name: Partial<PromiseName>): Promise<OpenPromise> {
  const found = calledSo(await ownPromises(desk), name) ?? (await lookAgain(desk, name));
  if (found) return found;
  throw new Failure(`“${name.promise ?? ''}” is no open promise of yours. Look at the inbox again.`);
}

/** One that came a moment ago may not have been heard of yet. */
async function lookAgain(desk: PromiseDesk, name: Partial<PromiseName>): Promise<OpenPromise | undefined> {
  desk.notebook.shared.changed();
  desk.notebook.private.changed();
  return calledSo(await ownPromises(desk), name);
}

function calledSo(
  promises: readonly OpenPromise[],
  { promise = '', path, line }: Partial<PromiseName>,
): OpenPromise | undefined {
  const called = promises.filter(({ text }) => sameWords(text) === sameWords(promise));
  const there = called.filter(({ place }) => path === undefined || place.path === path);
  // A line that was noted twice is one promise, which stands at the newest of them.
  return there.find(({ place }) => place.line === line) ?? there[0] ?? (called.length === 1 ? called[0] : undefined);
}

/**
 * Changes the line of a promise she gave. Where the note moved on it is found by its words.
 *
 * @throws Failure where it is no longer open there, and where somebody else gave it: only she who promised writes
 */
export async function changePromise(
  desk: PromiseDesk,
  promise: OpenPromise,
  change: (text: string, line: PromiseLine) => readonly TextEdit[],
): Promise<void> {
  const { path, shelf } = promise.place;
  const isHers = shelf === 'private' || sameHandle(ownerOf(path) ?? '', desk.me.handle);
  if (!isHers || !sameHandle(promise.by, desk.me.handle))
    throw new Failure('Somebody else gave that promise: it is theirs to keep, carry or decline.');
  const others = shelf === 'shared' ? [] : await othersAt(desk, promise);
  const notes: Shelf<NotePath> = desk.notebook[shelf]; // its place says which shelf the path is from
  await changeNote(notes, path, text => {
    const all = shelf === 'shared' ? promisesIn(text) : meetingPromises(text, { me: desk.me.handle, others });
    return change(text, lineOf(text, all, promise));
  });
}

function lineOf(text: string, all: readonly PromiseLine[], { text: words, place }: OpenPromise): PromiseLine {
  const open = all.filter(each => each.state === 'open' && sameWords(each.text) === sameWords(words));
  const start = [...linesOf(text)][place.line - 1]?.start;
  const found = open.find(({ task }) => task.at.start === start) ?? open[0];
  if (!found) throw new Failure(`“${words}” is no longer open in its note, so nothing was written.`);
  return found;
}

async function othersAt({ notebook, team }: PromiseDesk, { place }: OpenPromise): Promise<readonly string[]> {
  const note = place.shelf === 'private' ? await notebook.private.note(place.path) : undefined;
  return note ? othersIn(note, team) : [];
}
