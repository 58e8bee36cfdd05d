import { findItem, goalItemsOf } from '../../core/goal/goalItems.ts';
import { figureIn } from '../../core/goal/keyResult.ts';
import { keyResultNow } from '../../core/goal/setKeyResult.ts';
import { editNote } from '../notebook/editNote.ts';
import { Failure } from '../failure.ts';
import type { OwnGoal } from './ownGoal.ts';

/** A key result, and the figure it is at now, as a person writes it. */
export interface ResultNow {
  readonly keyResult: string;
  /** Where its row saw it, counted from 1. */
  readonly line?: number;
  readonly now: string;
}

/** Writes where a key result is now, between where it began and where it should get to. */
export async function updateKeyResult(goal: OwnGoal, { keyResult, line, now }: ResultNow): Promise<void> {
  if (figureIn(now) === undefined) throw new Failure(`“${now}” is no figure. A figure looks like 195 or 0.5.`);
  await editNote(goal, text => {
    const place = { kind: 'keyResult', text: keyResult, ...(line !== undefined && { line }) } as const;
    const item = findItem(goalItemsOf(text), place);
    if (!item) throw new Failure(`“${keyResult}” is no longer in “${goal.title}”, so nothing was written.`);
    return keyResultNow(text, item, now);
  });
}
