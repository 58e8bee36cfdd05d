import { stepLinesAdded } from '../../core/goal/addStep.ts';
import { findItem, goalItemsOf, type GoalItem, type ItemPlace } from '../../core/goal/goalItems.ts';
import { itemTaken, linesBeside, linesOfItem, moveWithin, type Beside } from '../../core/goal/moveItem.ts';
import { listItemsOf } from '../../core/note/listItems.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { editNote } from '../notebook/editNote.ts';
import { Failure, isFailure } from '../failure.ts';
import type { OwnGoal } from './ownGoal.ts';

/** Where a step goes: beside an item of a goal, or behind the goal's last step. */
export interface StepTarget {
  readonly goal: OwnGoal;
  readonly beside?: ItemPlace;
  /** The side of it; else the one away from where it comes from. */
  readonly side?: Beside['side'];
}

/**
 * Moves a step or a key result of a goal, with all that is nested in it, beside another one of its kind; a step also to another goal.
 * It is written there before it is taken away here, so that nothing is lost in between.
 *
 * @throws Failure where one of them is no longer there, and where a step in private would come among what others read
 */
export async function moveStep(goal: OwnGoal, place: ItemPlace, to: StepTarget): Promise<void> {
  if (to.goal.path === goal.path && to.goal.name === goal.name) await moveInGoal(goal, place, to);
  else await moveToOther(goal, place, to);
}

/** Moves a step one place up or down among its neighbours; where there is none it stays. */
export async function moveByOne(goal: OwnGoal, place: ItemPlace, way: 'up' | 'down'): Promise<void> {
  await editNote(goal, text => {
    const items = goalItemsOf(text);
    const item = itemAt(items, place, goal);
    const same = items.filter(({ kind, parent }) => kind === item.kind && parent?.line === item.parent?.line);
    const target = same[same.findIndex(({ line }) => line === item.line) + (way === 'up' ? -1 : 1)];
    if (!target || !mayStandBeside(item, target)) return [];
    return moveWithin(text, listItemsOf(text), { item, to: { target, side: way === 'up' ? 'before' : 'after' } });
  });
}

async function moveInGoal(goal: OwnGoal, place: ItemPlace, { beside, side }: StepTarget): Promise<void> {
  await editNote(goal, text => {
    const items = goalItemsOf(text);
    const item = itemAt(items, place, goal);
    const target = beside ? itemAt(items, beside, goal) : lastBeside(items, item);
    if (!target || !mayStandBeside(item, target)) return [];
    const away = target.line > item.line ? 'after' : 'before';
    return moveWithin(text, listItemsOf(text), { item, to: { target, side: side ?? away } });
  });
}

async function moveToOther(goal: OwnGoal, place: ItemPlace, to: StepTarget): Promise<void> {
  if (place.kind !== 'step')
    throw new Failure('Only a step can go to another goal: what shall happen belongs to its own.');
  if (goal.isPrivate && !to.goal.isPrivate)
    throw new Failure(
      `“${goal.title}” is private, and others can read “${to.goal.title}”: the step stays where it is.`,
    );
  const before = await goal.shelf.read(goal.path);
  const lines = linesOfItem(before, itemAt(goalItemsOf(before), place, goal));
  await editNote(goal, () => []); // one that can't be written is found out before anything is
  await editNote(to.goal, text => arrival(text, lines, to));
  try {
    await editNote(goal, text => {
      const item = itemAt(goalItemsOf(text), place, goal);
      if (linesOfItem(text, item) !== lines) throw new Failure('It changed meanwhile.');
      return [itemTaken(text, item)];
    });
  } catch (cause) {
    const sentence = `“${place.text}” now stands in both “${goal.title}” and “${to.goal.title}”: it could not be taken out of the first. Nothing is lost.`;
    throw new Failure(isFailure(cause) ? `${sentence} ${cause.message}` : sentence, { cause });
  }
}

function arrival(text: string, lines: string, { goal, beside, side = 'after' }: StepTarget): readonly TextEdit[] {
  if (!beside) return stepLinesAdded(text, lines);
  const target = itemAt(goalItemsOf(text), beside, goal);
  return target.kind === 'step' ? [linesBeside(text, { target, side }, lines)] : stepLinesAdded(text, lines);
}

/** The last one of its kind that is nested in no other. */
function lastBeside(items: readonly GoalItem[], item: GoalItem): GoalItem | undefined {
  const same = items.filter(({ kind, line }) => kind === item.kind && line !== item.line);
  const lines = new Set(same.map(({ line }) => line));
  return same.findLast(({ parent }) => parent === undefined || !lines.has(parent.line));
}

/** Steps stand with steps; a key result that only its heading makes one stays below it. */
function mayStandBeside(item: GoalItem, target: GoalItem): boolean {
  if (item.kind !== target.kind) return false;
  return item.kind === 'step' || item.section === target.section || /^(?:\[[^\]]\][ \t]+)?KR\d*:/i.test(item.words);
}

function itemAt(items: readonly GoalItem[], place: ItemPlace, goal: OwnGoal): GoalItem {
  const item = findItem(items, place);
  if (!item) throw new Failure(`“${place.text}” is no longer in “${goal.title}”, so nothing was written.`);
  return item;
}
