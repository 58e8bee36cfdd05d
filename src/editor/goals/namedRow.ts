import type { ItemPlace } from '../../core/goal/goalItems.ts';
import type { GoalDesk, GoalName } from '../../app/goal/ownGoal.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { OutLoud } from '../outloud.ts';

/** What a row of the goals gives a command, and a caller may give as well: the goal, and the item of its note. */
export interface RowAnswers extends GoalName {
  /** The words of a step, of a key result without its figures, or of a piece of evidence. */
  readonly step: string;
  readonly keyResult: string;
  readonly evidence: string;
  /** Where it stood, counted from 1. */
  readonly line: number;
}

/** The item a command is about; undefined where it is about the goal itself. */
export function itemOf({ step, keyResult, evidence, line }: Partial<RowAnswers>): ItemPlace | undefined {
  const at = line === undefined ? {} : { line };
  if (step !== undefined) return { kind: 'step', text: step, ...at };
  if (keyResult !== undefined) return { kind: 'keyResult', text: keyResult, ...at };
  return evidence === undefined ? undefined : { kind: 'evidence', text: evidence, ...at };
}

/** What a row of the goals answers. */
export function answersOf({ answers = {} }: OutlineRow): Partial<RowAnswers> {
  return answers;
}

/** Whether a row is of this kind, as its menus know it: `goal`, `mine`. */
export function isRow({ context = '' }: OutlineRow, ...words: readonly string[]): boolean {
  const all = context.split(' ');
  return words.every(word => all.includes(word));
}

/** The desk with what changing a goal needs; undefined for "not now". */
export async function goalDeskOf(outloud: OutLoud): Promise<GoalDesk | undefined> {
  const desk = await outloud.deskWithNotes();
  return desk && { ...desk, yaml: await outloud.world.yaml() };
}
