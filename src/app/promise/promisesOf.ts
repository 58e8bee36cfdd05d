import { type Handle, ownerOf } from '../../core/note/notePath.ts';
import { linesOf } from '../../core/note/noteText.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { meetingPromises } from '../../core/promise/meetingPromises.ts';
import { openPromises, type OpenPromise, type SaidPromise } from '../../core/promise/openPromises.ts';
import { promisesIn } from '../../core/promise/promise.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { Notebook } from '../shelf.ts';
import { meetingsOf, type NotedMeeting } from './meetingsOf.ts';

type PromiseDesk = Pick<Desk, 'notebook' | 'me' | 'team'>;

/**
 * The open promises between the person at the desk and somebody else, of both sides: what either published, and what she noted
 * in her own one-to-ones. Each stands there once, the oldest first.
 */
export async function promisesBetween(desk: PromiseDesk, other: Handle): Promise<readonly OpenPromise[]> {
  const said = await Promise.all([
    publishedBy(desk.notebook, desk.me.handle),
    publishedBy(desk.notebook, other),
    meetingsOf(desk, other).then(meetings => notedIn(meetings, desk.me.handle)),
  ]);
  const both = [desk.me.handle, other];
  const isBetween = ({ by, to }: OpenPromise) =>
    to !== undefined && !sameHandle(by, to) && both.every(handle => sameHandle(handle, by) || sameHandle(handle, to));
  return openPromises(said.flat()).filter(isBetween);
}

/**
 * The open promises of the person at the desk to anybody: published, and noted in her own one-to-ones. The oldest first.
 *
 * @param meetings her one-to-ones, where they were read already
 */
export async function ownPromises(
  desk: PromiseDesk,
  meetings?: readonly NotedMeeting[],
): Promise<readonly OpenPromise[]> {
  const { me, notebook } = desk;
  const said = await publishedBy(notebook, me.handle);
  return openPromises([...said, ...notedIn(meetings ?? (await meetingsOf(desk)), me.handle)]).filter(({ by }) =>
    sameHandle(by, me.handle),
  );
}

/** Every line of the promises somebody published, whatever became of them. */
export async function publishedBy({ shared }: Notebook, handle: Handle): Promise<readonly SaidPromise[]> {
  return publishedWhere({ shared }, owner => sameHandle(owner, handle));
}

/** The same of everybody whose handle is one of these. */
async function publishedWhere(
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

/** What one-to-ones say about promises. */
function notedIn(meetings: readonly NotedMeeting[], me: Handle): readonly SaidPromise[] {
  return meetings.flatMap(({ text, others, met, path }) =>
    placed(text, meetingPromises(text, { me, others })).map(({ promise, line }): SaidPromise => {
      return { ...promise, met, place: { shelf: 'private', path, line } };
    }),
  );
}

/** What others said about promises to the person at the desk, whatever became of them: published, and as she noted it. */
export async function promisedTo(
  { me, notebook }: PromiseDesk,
  meetings: readonly NotedMeeting[],
): Promise<readonly SaidPromise[]> {
  const isToHer = ({ by, to }: SaidPromise) =>
    to !== undefined && sameHandle(to, me.handle) && !sameHandle(by, me.handle);
  const published = await publishedWhere(notebook, owner => !sameHandle(owner, me.handle));
  return [...published, ...notedIn(meetings, me.handle)].filter(isToHer);
}

/** Lines with their numbers, counted from 1. */
function placed<P extends { readonly task: { readonly at: { readonly start: number } } }>(
  text: string,
  promises: readonly P[],
): readonly { readonly promise: P; readonly line: number }[] {
  const numbers = new Map(Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]));
  return promises.map(promise => ({ promise, line: numbers.get(promise.task.at.start) ?? 1 }));
}
