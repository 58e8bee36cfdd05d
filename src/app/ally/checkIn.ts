import { checkInAdded } from '../../core/ally/checkIn.ts';
import type { HeldGoal } from '../../core/ally/heldGoal.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { editHead } from '../../core/note/editHead.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { changeNote } from '../notebook/changeNote.ts';

/** Writes what she said she would do and what she did into her goal's note, and answers where. */
export async function checkIn(
  { notebook, clock }: Pick<Desk, 'notebook' | 'clock'>,
  goal: HeldGoal,
  { said, did }: { readonly said: string; readonly did: string },
): Promise<SharedPath> {
  if (`${said}${did}`.trim() === '')
    throw new Failure('Say what you meant to do or what you did: a few words are enough.');
  await changeNote(notebook.shared, goal.path, text => checkInAdded(text, { day: clock.today(), said, did }));
  return goal.path;
}

/** Stops or starts the question that comes every two weeks, in the goal's own note. */
export async function askForCheckIns(
  { notebook }: Pick<Desk, 'notebook'>,
  goal: Pick<HeldGoal, 'path'>,
  { asks, yaml }: { readonly asks: boolean; readonly yaml: HeadReader },
): Promise<void> {
  await changeNote(notebook.shared, goal.path, text => editHead(text, { checkins: asks ? undefined : false }, yaml));
}
