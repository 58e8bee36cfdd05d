import { addStep } from '../../../../src/app/goal/addStep.ts';
import { changeGoal, goalsInTheWay } from '../../../../src/app/goal/changeGoal.ts';
import { createGoal } from '../../../../src/app/goal/createGoal.ts';
import { goalAround, objectivesOf, stagesAround } from '../../../../src/app/goal/goalAround.ts';
import { goalChoices } from '../../../../src/app/goal/goalChoices.ts';
import { ownGoals, privateGoals, sharedGoalsOf } from '../../../../src/app/goal/goalsOf.ts';
import { moveByOne, moveStep } from '../../../../src/app/goal/moveStep.ts';
import { ownGoal, type OwnGoal } from '../../../../src/app/goal/ownGoal.ts';
import { tickStep } from '../../../../src/app/goal/tickStep.ts';
import { updateKeyResult } from '../../../../src/app/goal/updateKeyResult.ts';
import { logOf } from '../../../../src/app/log/weekLog.ts';
import { profileOf } from '../../../../src/app/people/profileOf.ts';
import type { Goal } from '../../../../src/core/goal/goal.ts';
import { goalRows } from '../../../../src/core/outline/goalRows.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

function own(desk: MarkedDesk, { path, shelf }: Goal): Promise<OwnGoal> {
  return ownGoal(desk, { path, shelf });
}

/** Does something to each of her goals. */
function each(work: (desk: MarkedDesk, goal: OwnGoal, found: Goal) => Promise<unknown>) {
  return async (desk: MarkedDesk) => {
    for (const goal of await ownGoals(desk)) await tried(async () => work(desk, await own(desk, goal), goal));
  };
}

export const goal: Verbs = {
  'goal/addStep': {
    does: each((desk, goal, { isPrivate }) => addStep(goal, `One more${isPrivate ? ` ${desk.mark}` : ''}`)),
  },
  'goal/changeGoal': {
    does: each((_, goal) => changeGoal(goal, { vision: 'be open' })),
    shows: async desk =>
      Promise.all((await ownGoals(desk)).map(async goal => goalsInTheWay(desk, await own(desk, goal)))),
  },
  'goal/createGoal': { does: desk => createGoal(desk, { title: 'Grow', skill: 'postgres', target: 4 }) },
  'goal/goalAround': {
    shows: async desk => [await goalAround(desk), await stagesAround(desk), await objectivesOf(desk.notebook)],
  },
  'goal/goalChoices': { shows: desk => goalChoices(desk) },
  'goal/goalsOf': {
    shows: async desk =>
      Promise.all(
        [desk.me, desk.other].map(async person => {
          const goals = await sharedGoalsOf(desk.notebook, person.handle);
          const { all } = await logOf(desk, person);
          const profile = await profileOf(desk.notebook, person.handle);
          return [goals, goalRows(goals, { entries: all, ...(profile && { profile }) })];
        }),
      ),
  },
  'goal/moveStep': {
    does: async desk => {
      for (const from of await privateGoals(desk.notebook))
        for (const to of await ownGoals(desk))
          for (const { text } of from.steps.slice(0, 1))
            await tried(async () =>
              moveStep(await own(desk, from), { kind: 'step', text }, { goal: await own(desk, to) }),
            );
      for (const goal of await ownGoals(desk))
        for (const { text } of goal.steps.slice(0, 2))
          await tried(async () => moveByOne(await own(desk, goal), { kind: 'step', text }, 'down'));
    },
  },
  'goal/ownGoal': {
    shows: async desk => [await ownGoal(desk, { goal: 'open' }), await tried(() => ownGoal(desk, { goal: 'Title' }))],
  },
  'goal/tickStep': {
    does: each(async (_, goal, { steps }) => {
      for (const { text } of steps) await tickStep(goal, { kind: 'step', text }, { done: '2026-11-22' });
    }),
  },
  'goal/updateKeyResult': {
    does: each(async (_, goal, { keyResults }) => {
      for (const { text } of keyResults) await updateKeyResult(goal, { keyResult: text, now: '3.5' });
    }),
  },
};
