import { listItemsOf, type ListItem } from '../note/listItems.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import { isEvidence, isKeyResult, isResources } from './goal.ts';
import { readKeyResult } from './keyResult.ts';

/** What a list item of a goal's note says. */
export type ItemKind = 'keyResult' | 'step' | 'evidence';

/** One list item of a goal's note, with all that is nested in it. */
export interface GoalItem extends ListItem {
  readonly kind: ItemKind;
  /** Its words as the goal tells them: a step's without its box and fields, a key result's without its figures. */
  readonly text: string;
  /** Where it has a box. */
  readonly task?: TaskLine;
}

/** Where a row of a tree saw an item. */
export interface ItemPlace {
  readonly kind: ItemKind;
  readonly text: string;
  /** Counted from 1. */
  readonly line?: number;
}

/** The items of a goal's note in the order they stand. Lists that are neither are left out. */
export function goalItemsOf(text: string): readonly GoalItem[] {
  const tasks = new Map(tasksOf(text).map(task => [task.at.start, task]));
  return listItemsOf(text).flatMap((item): GoalItem[] => {
    const { words, section = '', bullet, at, line } = item;
    const task = tasks.get(at.start);
    const boxed = task ? { task } : {};
    const isBullet = /^[-*+]$/.test(bullet);
    if (isBullet && isKeyResult(words, section))
      return [{ ...item, ...boxed, kind: 'keyResult', text: readKeyResult(words, line).text }];
    if (isBullet && isEvidence(section))
      return [{ ...item, ...boxed, kind: 'evidence', text: words.replace(/^\[[^\]]\][ \t]+/, '') }];
    if (!task || isEvidence(section) || isResources(section)) return [];
    return [{ ...item, ...boxed, kind: 'step', text: task.text }];
  });
}

/**
 * The item a row stands for, by its words: the note may have moved on since the row was drawn. Of several with the same words the one
 * nearest to where the row saw it; undefined where there is none, whatever stands at that line by now.
 */
export function findItem(items: readonly GoalItem[], { kind, text, line = 1 }: ItemPlace): GoalItem | undefined {
  const same = items.filter(item => item.kind === kind && item.text === text);
  return same.toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0];
}
