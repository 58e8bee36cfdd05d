import { sameHandle } from '../../core/people/leads.ts';
import type { Person } from '../../core/people/person.ts';
import type { MatrixSkill, Seen, SkillState } from '../../core/skill/matrix.ts';
import { isSkill, type Level } from '../../core/skill/skill.ts';
import type { Desk } from '../desk.ts';
import { privateGoals, sharedGoalsOf } from '../goal/goalsOf.ts';
import { skillMatrixOf } from './skillMatrix.ts';

/** One skill that can be assessed, with what is known of the person in it. */
export interface SkillToAssess extends MatrixSkill {
  /** Her role asks for it, or an active goal of hers names it. */
  readonly isProposed: boolean;
  /** How whoever assesses saw it last. */
  readonly last?: Seen;
  readonly expected?: Level;
}

/** The skills somebody can be assessed in: those proposed first, then the others, each in the order of `skills.md`. */
export async function skillsToAssess(
  desk: Pick<Desk, 'notebook' | 'me' | 'team'>,
  person: Pick<Person, 'handle'>,
): Promise<readonly SkillToAssess[]> {
  const [{ people, skills }, shared, own] = await Promise.all([
    skillMatrixOf(desk),
    sharedGoalsOf(desk.notebook, person.handle),
    sameHandle(person.handle, desk.me.handle) ? privateGoals(desk.notebook) : [],
  ]);
  const active = [...shared, ...own].filter(({ status }) => status === 'active');
  const named = active.flatMap(({ skill }) => skill ?? []);
  const states = people.find(({ handle }) => sameHandle(handle, person.handle))?.skills;
  const all = skills.map((skill, index): SkillToAssess => {
    const state: Partial<SkillState> = states?.[index] ?? {};
    const last = state.history?.findLast(({ by }) => sameHandle(by, desk.me.handle));
    return {
      ...skill,
      isProposed: state.expected !== undefined || named.some(name => isSkill(name, skill)),
      ...(last && { last }),
      ...(state.expected !== undefined && { expected: state.expected }),
    };
  });
  return [...all.filter(({ isProposed }) => isProposed), ...all.filter(({ isProposed }) => !isProposed)];
}

/** Whom the person at the desk leads and so may assess, in the order of `team.md`. */
export function peopleLedBy({ me, team }: Pick<Desk, 'me' | 'team'>): readonly { handle: string; name: string }[] {
  const led = team.filter(({ handle }) => sameHandle(handle, me.handle)).flatMap(({ leads }) => leads);
  return team
    .filter(({ handle }) => !sameHandle(handle, me.handle) && led.some(each => sameHandle(each, handle)))
    .map(({ handle, name = handle }) => ({ handle, name }));
}
