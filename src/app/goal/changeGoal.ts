import { mostActive } from '../../core/goal/checkGoal.ts';
import type { Goal, GoalStatus } from '../../core/goal/goal.ts';
import { editHead } from '../../core/note/editHead.ts';
import { editNote } from '../notebook/editNote.ts';
import { ownGoals } from './goalsOf.ts';
import type { GoalDesk, OwnGoal } from './ownGoal.ts';

/** What of a goal's front matter changes; a `vision` of null takes the goal out of its vision. */
export interface GoalChange {
  readonly status?: GoalStatus;
  readonly vision?: string | null;
}

/** Parks, finishes, drops or takes up a goal, or puts it below a vision. Nothing else of its note is touched. */
export async function changeGoal(goal: OwnGoal, { status, vision }: GoalChange): Promise<void> {
  const changes = {
    ...(status !== undefined && { status }),
    ...(vision !== undefined && { vision: vision ?? undefined }),
  };
  await editNote(goal, text => editHead(text, changes, goal.yaml));
}

/** The goals she would have to choose between if one more were taken up: empty while there is room. */
export async function goalsInTheWay(desk: GoalDesk, taken: Pick<OwnGoal, 'name' | 'path'>): Promise<readonly Goal[]> {
  const isTaken = (goal: Goal) => goal.shelf === taken.name && goal.path === taken.path;
  const others = (await ownGoals(desk)).filter(goal => goal.status === 'active' && !isTaken(goal));
  return others.length >= mostActive ? others : [];
}
