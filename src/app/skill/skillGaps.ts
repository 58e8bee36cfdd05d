import type { Handle } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { focusOf, gapsOf, type Gap, type SkillGoal } from '../../core/skill/gaps.ts';
import { skillMatrix, type SkillMatrix } from '../../core/skill/matrix.ts';
import { privateGoals, sharedGoalsOf } from '../goal/goalsOf.ts';
import { matrixSources, type SkillDesk } from './skillMatrix.ts';

/** Where the person at the desk has a way to go, and what is proposed to begin with. */
export interface SkillGaps {
  /** For her own eyes: her private assessments and goals take part. */
  readonly gaps: readonly Gap[];
  /** At most three of them; see {@link focusOf}. */
  readonly focus: readonly Gap[];
  /** The same without anything private: only this may go into a note that others read. */
  readonly openGaps: readonly Gap[];
  readonly matrix: SkillMatrix;
}

/** The gaps of the person at the desk. */
export async function skillGaps(desk: SkillDesk): Promise<SkillGaps> {
  const { notebook, me } = desk;
  const [sources, shared, own] = await Promise.all([
    matrixSources(desk),
    sharedGoalsOf(notebook, me.handle),
    privateGoals(notebook),
  ]);
  const gapsIn = ({ people, skills }: SkillMatrix, goals: readonly SkillGoal[]) =>
    people.filter(({ handle }) => sameHandle(handle, me.handle)).flatMap(person => gapsOf(person, skills, goals));
  const matrix = skillMatrix(sources);
  const open = skillMatrix({ ...sources, assessments: sources.assessments.filter(({ isPrivate }) => !isPrivate) });
  const gaps = gapsIn(matrix, [...shared, ...own]);
  return { gaps, focus: focusOf(gaps), openGaps: gapsIn(open, shared), matrix };
}

/** The gaps of somebody, told from what is shared alone: nobody's private assessments and goals take part. */
export async function sharedGapsOf(desk: SkillDesk, handle: Handle): Promise<readonly Gap[]> {
  const [sources, goals] = await Promise.all([matrixSources(desk), sharedGoalsOf(desk.notebook, handle)]);
  const open = sources.assessments.filter(({ isPrivate }) => !isPrivate);
  const { people, skills } = skillMatrix({ ...sources, assessments: open });
  const person = people.find(each => sameHandle(each.handle, handle));
  return person === undefined ? [] : gapsOf(person, skills, goals);
}
