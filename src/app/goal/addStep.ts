import { stepAdded } from '../../core/goal/addStep.ts';
import { editNote } from '../notebook/editNote.ts';
import { Failure } from '../failure.ts';
import type { OwnGoal } from './ownGoal.ts';

/** Adds a step to a goal, behind the last one. */
export async function addStep(goal: OwnGoal, words: string): Promise<void> {
  if (words.trim() === '') throw new Failure('A step is at least a word.');
  await editNote(goal, text => stepAdded(text, words));
}
