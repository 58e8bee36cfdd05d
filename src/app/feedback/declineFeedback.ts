import { answerPath, printDeclined, whyAdded } from '../../core/feedback/printAnswer.ts';
import type { AskedFeedback } from '../../core/feedback/requestState.ts';
import { editHead } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { editNote } from '../notebook/editNote.ts';
import { answerThere, newAnswer } from './ownAnswer.ts';

/** What is said where nothing is. */
const kindly = 'I can’t help with this one now. Thank you for asking me.';

/**
 * Tells who asks that no answer will come, and why, in a note of the person at the desk. What she had answered already stays.
 * Answers where it stands.
 *
 * @throws Failure where she keeps that answer to herself
 */
export async function declineFeedback(
  desk: Desk,
  { request }: Pick<AskedFeedback, 'request'>,
  { why, yaml }: { readonly why: string; readonly yaml: HeadReader },
): Promise<SharedPath> {
  const { notebook, me, clock } = desk;
  const [day, words] = [clock.today(), why.trim() === '' ? kindly : why];
  const there = await answerThere(desk, request.id);
  if (there === undefined)
    return newAnswer(desk, answerPath(request, me.handle), printDeclined(request, words, { by: me, day }));
  if ((await notebook.shared.note(there))?.isPrivate === true)
    throw new Failure(
      'Others can’t read your answer, so nobody would hear of it. Take “private” out of its top, or delete it first.',
    );
  await editNote({ shelf: notebook.shared, path: there, yaml }, text => [
    ...editHead(text, { declined: day }, yaml),
    ...whyAdded(text, words),
  ]);
  return there;
}
