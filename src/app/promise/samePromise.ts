import type { PrivatePath } from '../../core/note/notePath.ts';
import { linesOf } from '../../core/note/noteText.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { promiseMoved } from '../../core/promise/changePromise.ts';
import { meetingPromises, type MeetingPromise } from '../../core/promise/meetingPromises.ts';
import { openPromises, type OpenPromise } from '../../core/promise/openPromises.ts';
import { sameWords } from '../../core/promise/promise.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';
import { othersIn } from './meetingsOf.ts';
import type { PromiseDesk } from './ownPromise.ts';
import { publishedBy } from './promisesOf.ts';

/** A promise in a private note of hers, whoever gave it: by its words and its line, counted from 1. */
export interface NotedName {
  readonly path: PrivatePath;
  readonly promise: string;
  readonly line?: number;
}

/**
 * The open promises that were published by who gave a noted one, to whom it was given, in other words: one of them may be the same.
 *
 * @throws Failure where the note holds no such open promise (any more)
 */
export async function maybeSame(desk: PromiseDesk, name: NotedName): Promise<readonly OpenPromise[]> {
  const { notebook } = desk;
  const noted = notedAt(await notebook.private.read(name.path), name, await whoMet(desk, name));
  const published = openPromises(await publishedBy(notebook, noted.by));
  return published.filter(
    ({ text, to }) => to !== undefined && sameHandle(to, noted.to) && sameWords(text) !== sameWords(noted.text),
  );
}

/**
 * Says in her own private note that a promise there is one that was published in other words: from then on it is that one, and stands
 * once. Nothing that others read is written.
 *
 * @throws Failure where the note holds no such open promise (any more), or somebody else gave that one
 */
export async function joinPromise(desk: PromiseDesk, name: NotedName, as: OpenPromise): Promise<void> {
  const { place, by, text: words } = as;
  if (place.shelf !== 'shared') throw new Failure('Only a promise that others can read takes in another one.');
  const { path } = place;
  const meeting = await whoMet(desk, name);
  await changeNote(desk.notebook.private, name.path, text => {
    const noted = notedAt(text, name, meeting);
    if (!sameHandle(noted.by, by)) throw new Failure('Somebody else gave that promise, so the two are not the same.');
    return promiseMoved(text, noted, { path, words });
  });
}

interface Met {
  readonly me: string;
  readonly others: readonly string[];
}

async function whoMet({ notebook, me, team }: PromiseDesk, { path }: NotedName): Promise<Met> {
  const note = await notebook.private.note(path);
  return { me: me.handle, others: note ? othersIn(note, team) : [] };
}

function notedAt(text: string, { promise, line }: NotedName, meeting: Met): MeetingPromise {
  const called = meetingPromises(text, meeting).filter(
    ({ state, isCopy, text: words }) => state === 'open' && !isCopy && sameWords(words) === sameWords(promise),
  );
  const start = line === undefined ? undefined : [...linesOf(text)][line - 1]?.start;
  const found = called.find(({ task }) => task.at.start === start) ?? called[0];
  if (!found) throw new Failure(`“${promise}” is no longer open in your note, so nothing was written.`);
  return found;
}
