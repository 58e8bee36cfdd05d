import { printAnswer, answerPath } from '../../core/feedback/printAnswer.ts';
import { questionsOf } from '../../core/feedback/request.ts';
import type { AskedFeedback } from '../../core/feedback/requestState.ts';
import { textValue } from '../../core/note/headValues.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

type Corner = Pick<Desk, 'notebook' | 'me' | 'clock'>;

/**
 * The note in which the person at the desk answers a request. It is made when it is first asked for, with the request's own
 * questions; a note that is there is left as it is.
 */
export async function ownAnswer(desk: Corner, { request }: Pick<AskedFeedback, 'request'>): Promise<SharedPath> {
  const { notebook, me, clock } = desk;
  const there = await answerThere(desk, request.id);
  if (there !== undefined) return there;
  const text = await readIfThere(notebook.shared, request.path);
  if (text === undefined)
    throw new Failure('That request can’t be read any more. Look into the inbox for what is still asked.');
  const answer = printAnswer(request, questionsOf(text), { by: me, day: clock.today() });
  return newAnswer(desk, answerPath(request, me.handle), answer);
}

/** The answer the person at the desk has begun, also one she keeps to herself. */
export async function answerThere({ notebook, me }: Corner, request: string): Promise<SharedPath | undefined> {
  const own = (await notebook.shared.notes()).find(
    ({ type, path, head }) =>
      type === 'feedback-answer' &&
      path.startsWith(`people/${me.handle}/`) &&
      textValue(head['request'])?.toLowerCase() === request.toLowerCase(),
  );
  return own?.path;
}

/** Writes an answer that is not there yet. Two windows that do so at once make one note. */
export async function newAnswer({ notebook }: Corner, path: SharedPath, text: string): Promise<SharedPath> {
  const taken = await notebook.shared.note(path);
  if (taken?.problems.some(isUnreadable) === false) return notebook.shared.create(path, text); // another request of that name
  await notebook.shared.update(path, old => (old === undefined ? [{ at: { start: 0, end: 0 }, text }] : []));
  return path;
}
