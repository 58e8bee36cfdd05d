import { cleanText } from '../../core/markdown/cleanText.ts';
import { editHead } from '../../core/note/editHead.ts';
import { listValue } from '../../core/note/headValues.ts';
import type { Handle, NotePath } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { addStep } from '../goal/addStep.ts';
import type { OwnGoal } from '../goal/ownGoal.ts';
import { logLearning } from '../log/logEntry.ts';
import { editNote } from '../notebook/editNote.ts';

/** Another way to what was refused: a step of a goal, somebody beside her in one, or a word to everybody. */
export type AnotherWay =
  | { readonly kind: 'step'; readonly goal: OwnGoal; readonly words: string }
  | { readonly kind: 'ally'; readonly goal: OwnGoal; readonly ally: Handle }
  | { readonly kind: 'help'; readonly words: string };

/** Goes another way, with the words she chose. Answers the note it stands in. */
export async function takeAnotherWay(
  desk: Pick<Desk, 'notebook' | 'me' | 'clock'>,
  way: AnotherWay,
): Promise<{ readonly shelf: 'shared' | 'private'; readonly path: NotePath }> {
  if (way.kind === 'help') return askForHelp(desk, way.words);
  if (way.kind === 'step') await addStep(way.goal, way.words);
  else await addAlly(way.goal, way.ally);
  return { shelf: way.goal.name, path: way.goal.path };
}

function askForHelp(desk: Pick<Desk, 'notebook' | 'me' | 'clock'>, words: string) {
  const text = cleanText(words);
  if (text === '') throw new Failure('Say in a few words what would help.');
  const day = desk.clock.today();
  return logLearning(desk, { type: 'help', text, day, tags: [], skills: [], private: false });
}

async function addAlly(goal: OwnGoal, ally: Handle): Promise<void> {
  if (goal.isPrivate) throw new Failure(`“${goal.title}” is private: nobody named in it would read of it.`);
  const note = await goal.shelf.note(goal.path);
  const allies = listValue(note?.head['allies']);
  if (allies.some(each => sameHandle(each, ally))) return;
  await editNote(goal, text => editHead(text, { allies: [...allies, ally] }, goal.yaml));
}
