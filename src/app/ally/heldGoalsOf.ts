import type { GivenWord, HeldState } from '../../core/ally/allyItems.ts';
import { allyNoteOf, wordsOf } from '../../core/ally/allyWord.ts';
import { checkInsOf } from '../../core/ally/checkIn.ts';
import { heldGoals, isMeant, isSame, type HeldGoal } from '../../core/ally/heldGoal.ts';
import { goalNamed } from '../../core/goal/matchGoals.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

type Corner = Pick<Desk, 'notebook' | 'me' | 'team'>;

/** The goals that have allies and this person is part of: her own, and those she holds somebody else to. */
export async function heldGoalsOf({ notebook, me, team }: Corner): Promise<{
  readonly own: readonly HeldGoal[];
  readonly asAlly: readonly HeldGoal[];
}> {
  const goals = heldGoals(await notebook.shared.notes(), team);
  return {
    own: goals.filter(({ owner }) => isSame(owner, me.handle)),
    asAlly: goals.filter(
      ({ owner, allies }) => !isSame(owner, me.handle) && allies.some(ally => isSame(ally, me.handle)),
    ),
  };
}

/** What was said, done and answered on one goal. Undefined where its note can't be read. Only words of those it names count. */
export async function stateOf(desk: Corner, goal: HeldGoal): Promise<HeldState | undefined> {
  return (await statesOf(desk, [goal]))[0];
}

/** The same of several goals, in their order, without those whose note can't be read. The index is gone over once. */
export async function statesOf({ notebook }: Corner, goals: readonly HeldGoal[]): Promise<readonly HeldState[]> {
  const notes = (await notebook.shared.notes()).flatMap(note => allyNoteOf(note) ?? []);
  const states = await Promise.all(
    goals.map(async (goal): Promise<readonly HeldState[]> => {
      const text = await readIfThere(notebook.shared, goal.path);
      if (text === undefined) return [];
      return [{ goal, checkIns: checkInsOf(text), words: await wordsOn(notebook, goal, notes) }];
    }),
  );
  return states.flat();
}

/** The goal a text means, among some: by its slug, its title, or whose it is and its slug. */
export function heldGoalCalled(called: string, goals: readonly HeldGoal[]): HeldGoal {
  const wanted = called.trim();
  const found = goals.find(goal => isMeant(goal, wanted)) ?? goalNamed(called, goals);
  if (!found)
    throw new Failure('There is no active goal of that name with an ally. Name one under “allies” in the goal’s note.');
  return found;
}

async function wordsOn(
  notebook: Corner['notebook'],
  goal: HeldGoal,
  notes: readonly NonNullable<ReturnType<typeof allyNoteOf>>[],
): Promise<readonly GivenWord[]> {
  const ofGoal = notes.flatMap(({ path, ally: writer, goal: named }) => {
    const ally = goal.allies.find(handle => isSame(handle, writer));
    return ally !== undefined && isMeant(goal, named) ? [{ path, ally }] : [];
  });
  const words = await Promise.all(
    ofGoal.map(async ({ path, ally }) =>
      wordsOf((await readIfThere(notebook.shared, path)) ?? '').map(word => ({ ...word, path, ally })),
    ),
  );
  return words.flat();
}
