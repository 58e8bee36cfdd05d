import { listValue } from '../../core/note/headValues.ts';
import { dayOfNote } from '../../core/note/noteDays.ts';
import { type Handle, ownerOf } from '../../core/note/notePath.ts';
import { linesOf } from '../../core/note/noteText.ts';
import { handleCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import { openPromises, type OpenPromise, type SaidPromise } from '../../core/promise/openPromises.ts';
import { promisesIn } from '../../core/promise/promise.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote, Notebook } from '../shelf.ts';

type PromiseDesk = Pick<Desk, 'notebook' | 'me' | 'team'>;

/**
 * The open promises between the person at the desk and somebody else, of both sides: what either published, and what she noted
 * in her own one-to-ones. Each stands there once, the oldest first.
 */
export async function promisesBetween(desk: PromiseDesk, other: Handle): Promise<readonly OpenPromise[]> {
  const said = await Promise.all([
    publishedBy(desk.notebook, desk.me.handle),
    publishedBy(desk.notebook, other),
    notedWith(desk, other),
  ]);
  const both = [desk.me.handle, other];
  const isBetween = ({ by, to }: OpenPromise) =>
    to !== undefined && !sameHandle(by, to) && both.every(handle => sameHandle(handle, by) || sameHandle(handle, to));
  return openPromises(said.flat()).filter(isBetween);
}

/** The open promises of the person at the desk to anybody: published, and noted in her own one-to-ones. The oldest first. */
export async function ownPromises(desk: PromiseDesk): Promise<readonly OpenPromise[]> {
  const { me, notebook } = desk;
  const said = await Promise.all([publishedBy(notebook, me.handle), notedWith(desk)]);
  return openPromises(said.flat()).filter(({ by }) => sameHandle(by, me.handle));
}

/** Every line of the promises somebody published, whatever became of them. */
export async function publishedBy({ shared }: Notebook, handle: Handle): Promise<readonly SaidPromise[]> {
  return publishedWhere({ shared }, owner => sameHandle(owner, handle));
}

/** The same of everybody whose handle is one of these. */
export async function publishedWhere(
  { shared }: Pick<Notebook, 'shared'>,
  isMeant: (owner: Handle) => boolean,
): Promise<readonly SaidPromise[]> {
  const notes = (await shared.notes()).filter(({ type, isPrivate }) => type === 'promises' && !isPrivate);
  const said = await Promise.all(
    notes.map(async ({ path }) => {
      const by = ownerOf(path);
      if (by === undefined || !isMeant(by)) return [];
      const text = (await readIfThere(shared, path)) ?? '';
      return placed(text, promisesIn(text)).map(({ promise, line }): SaidPromise => {
        return { ...promise, by, place: { shelf: 'shared', path, line } };
      });
    }),
  );
  return said.flat();
}

/** What her own one-to-ones with somebody say, or with anybody. */
export async function notedWith({ notebook, me, team }: PromiseDesk, other?: Handle): Promise<readonly SaidPromise[]> {
  const meetings = (await notebook.private.notes()).filter(({ type }) => type === 'one-on-one');
  const said = await Promise.all(
    meetings.map(async note => {
      const others = othersIn(note, team);
      if (other !== undefined && !others.some(handle => sameHandle(handle, other))) return [];
      const text = await readIfThere(notebook.private, note.path);
      if (text === undefined) return [];
      const promises = placed(text, meetingPromises(text, { me: me.handle, others }));
      return promises.map(({ promise, line }): SaidPromise => {
        return { ...promise, met: meetingDay(note), place: { shelf: 'private', path: note.path, line } };
      });
    }),
  );
  return said.flat();
}

/** Whom the note of a one-to-one says she met. */
export function othersIn({ head }: Pick<IndexedNote, 'head'>, team: Desk['team']): readonly Handle[] {
  return listValue(head['with']).map(name => handleCalled(name, team));
}

/** The day of a one-to-one: its own key, else the one in its name. */
export function meetingDay({ head, path }: Pick<IndexedNote, 'head' | 'path'>): Day {
  return dayOfNote({ head, path }) ?? '0001-01-01';
}

/** Lines with their numbers, counted from 1. */
function placed<P extends { readonly task: { readonly at: { readonly start: number } } }>(
  text: string,
  promises: readonly P[],
): readonly { readonly promise: P; readonly line: number }[] {
  const numbers = new Map(Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]));
  return promises.map(promise => ({ promise, line: numbers.get(promise.task.at.start) ?? 1 }));
}
