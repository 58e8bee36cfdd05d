import { sameHandle } from '../core/people/leads.ts';
import { focusOf, gapsOf, type Gap } from '../core/skill/gaps.ts';
import type { SkillMatrix } from '../core/skill/matrix.ts';
import { privateGoals, sharedGoalsOf } from './goalsOf.ts';
import { skillMatrixOf, type SkillDesk } from './skillMatrix.ts';

/** Where the person at the desk has a way to go, and what is proposed to begin with. */
export interface SkillGaps {
  readonly gaps: readonly Gap[];
  /** At most three of them; see {@link focusOf}. */
  readonly focus: readonly Gap[];
  readonly matrix: SkillMatrix;
}

/** The gaps of the person at the desk, for her own eyes: her private assessments and goals take part. */
export async function skillGaps(desk: SkillDesk): Promise<SkillGaps> {
  const { notebook, me } = desk;
  const [matrix, shared, own] = await Promise.all([
    skillMatrixOf(desk),
    sharedGoalsOf(notebook, me.handle),
    privateGoals(notebook),
  ]);
  const person = matrix.people.find(({ handle }) => sameHandle(handle, me.handle));
  const gaps = person ? gapsOf(person, matrix.skills, [...shared, ...own]) : [];
  return { gaps, focus: focusOf(gaps), matrix };
}
