import { instantPath, printInstant, type InstantFeedback } from '../../core/feedback/instantFeedback.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';

/** Writes what was seen during a talk or a review as one note to a person, and answers where it is. */
export async function giveFeedback(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  feedback: InstantFeedback,
): Promise<SharedPath> {
  const lines = feedback.lines.filter(({ text }) => text.trim() !== '');
  if (lines.length === 0) throw new Failure('One line of what you saw is enough, but one it takes.');
  return notebook.shared.create(instantPath(feedback, me.handle), printInstant({ ...feedback, lines }, me));
}
