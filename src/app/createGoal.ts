import { firstStep } from '../core/goal/goal.ts';
import { fileNameOf, titleOf } from '../core/note/noteName.ts';
import type { SharedPath } from '../core/note/notePath.ts';
import { printNote } from '../core/note/printNote.ts';
import type { Day } from '../core/time/day.ts';
import type { Desk } from './desk.ts';

/** A goal as the person gave it. Everything but the title may come later. */
export interface NewGoal {
  readonly title: string;
  readonly kind?: 'smart' | 'okr';
  readonly due?: Day;
  /** How she will know that it is reached. */
  readonly measure?: string;
  /** The slug of an objective it serves. */
  readonly objective?: string;
  readonly skill?: string;
  /** The level of the skill she aims for, 1 to 5. */
  readonly target?: number;
}

/** Writes a goal as a note of its own, open for its first step, and answers where it went. */
export function createGoal({ notebook, me }: Pick<Desk, 'notebook' | 'me'>, goal: NewGoal): Promise<SharedPath> {
  const { title, rest } = titleOf(goal.title);
  const { kind, due, measure, objective, skill, target } = goal;
  const text = printNote({
    head: { type: 'goal', status: 'active', kind, due, measure, objective, skill, target },
    title,
    body: [rest, `## Steps\n\n- [ ] ${firstStep}`].filter(part => part !== '').join('\n\n'),
  });
  return notebook.shared.create(`people/${me.handle}/goals/${fileNameOf(title)}.md` as SharedPath, text);
}
