import type { AskedFeedback } from '../../core/feedback/requestState.ts';
import { editHead } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { editNote } from '../notebook/editNote.ts';

/** Says in a request of the person at the desk that nobody is waited for any more. */
export async function closeRequest(
  { notebook, me, clock }: Desk,
  { request }: Pick<AskedFeedback, 'request'>,
  yaml: HeadReader,
): Promise<void> {
  if (!sameHandle(request.asker, me.handle))
    throw new Failure('Only who asked can close a request. You can decline it instead.');
  await editNote({ shelf: notebook.shared, path: request.path, yaml }, text =>
    editHead(text, { closed: clock.today() }, yaml),
  );
}
