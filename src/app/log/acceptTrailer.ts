import { parseCapture } from '../../core/log/capture.ts';
import type { Entry } from '../../core/log/entry.ts';
import type { EntryPlace } from '../../core/log/entryNote.ts';
import { sayingTheSame } from '../../core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { commitAdded, goalOfTrailer } from '../evidence/goalTrailer.ts';
import { logLearning } from './logEntry.ts';
import { logOf } from './weekLog.ts';

/**
 * Makes a note of what a commit's trailer says, and answers where. A `Learned:` or `Thanks:` becomes an entry of the log
 * that remembers its commit; a `Goal:` puts the commit under the goal's evidence. Accepted twice it is one note.
 *
 * @throws Failure where there is no such goal; WriteFailed with the text kept in it.
 */
export async function acceptTrailer(desk: Desk, trailer: TrailerEntry): Promise<EntryPlace> {
  if (trailer.kind === 'goal') return acceptGoal(desk, trailer);
  const { all } = await logOf(desk, desk.me);
  return sayingTheSame(trailer, all)?.place ?? logLearning(desk, entryOf(trailer));
}

function entryOf({ kind, text: said, day, commit }: TrailerEntry): Entry {
  const type = kind === 'thanks' ? 'thanks' : 'learning';
  const { text, tags, skills, goal, private: isPrivate, to } = parseCapture(said, type);
  return {
    type,
    text,
    day,
    tags,
    skills,
    private: isPrivate,
    from: commit,
    ...(goal !== undefined && { goal }),
    ...(to !== undefined && { to }),
  };
}

async function acceptGoal(desk: Desk, trailer: TrailerEntry): Promise<EntryPlace> {
  const goal = await goalOfTrailer(desk, trailer);
  if (!goal)
    throw new Failure(`There is no goal “${trailer.text}” yet. Create it with “New Goal”, then accept this again.`);
  const change = (text: string | undefined) => commitAdded(text ?? goal.text, trailer.commit);
  if (goal.shelf === 'private') {
    await desk.notebook.private.update(goal.path, change);
    return { shelf: 'private', path: goal.path };
  }
  await desk.notebook.shared.update(goal.path, change);
  return { shelf: 'shared', path: goal.path };
}
