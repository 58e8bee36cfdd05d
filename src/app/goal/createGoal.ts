import { firstStep, type GoalStatus } from '../../core/goal/goal.ts';
import { keyResultLine } from '../../core/goal/keyResult.ts';
import { fileNameOf, titleOf } from '../../core/note/noteName.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { printNote, type NewNote } from '../../core/note/printNote.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';

/** A goal as the person gave it. Everything but the title may come later. */
export interface NewGoal {
  readonly title: string;
  readonly status?: GoalStatus;
  readonly kind?: 'smart' | 'okr';
  readonly due?: Day;
  /** How she will know that it is reached. */
  readonly measure?: string;
  /** The slug of an objective it serves. */
  readonly objective?: string;
  /** What it brings her closer to. */
  readonly vision?: string;
  readonly skill?: string;
  /** The level of the skill she is at, 1 to 5. */
  readonly from?: number;
  /** The level of the skill she aims for, 1 to 5. */
  readonly target?: number;
  readonly method?: string;
  /** With figures, `p99 480 → 200 ms`, or words, which become a box to tick. */
  readonly keyResults?: readonly string[];
}

/** Writes a goal as a note of its own, open for its first step, and answers where it went. */
export function createGoal({ notebook, me }: Pick<Desk, 'notebook' | 'me'>, goal: NewGoal): Promise<SharedPath> {
  const { title, rest } = titleOf(goal.title);
  const text = printNote({ head: headOf(goal), title, body: bodyOf(goal, rest) });
  return notebook.shared.create(`people/${me.handle}/goals/${fileNameOf(title)}.md` as SharedPath, text);
}

function headOf({ status = 'active', kind, due, measure, ...goal }: NewGoal): NewNote['head'] {
  const { objective, vision, skill, from, target, method } = goal;
  return { type: 'goal', status, kind, due, measure, objective, vision, skill, from, target, method };
}

function bodyOf({ keyResults = [] }: NewGoal, rest: string): string {
  const results = ['## Key results', ...keyResults.map(keyResultLine)].join('\n');
  return [rest, keyResults.length > 0 ? results : '', `## Steps\n- [ ] ${firstStep}`]
    .filter(part => part !== '')
    .join('\n\n');
}
