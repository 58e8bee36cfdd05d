import type { Handle } from '../note/notePath.ts';
import { nowOf, type MatrixSkill, type SkillMatrix, type SkillState } from './matrix.ts';

/** What the page of the skills shows: one person's way, or what the team can teach. All of it is plain data. */
export interface MatrixPage {
  /** Whom one can look at, in the order of `team.md`. */
  readonly people: readonly { readonly handle: Handle; readonly name: string }[];
  readonly me: Handle;
  readonly shown: PersonPage | TeamPage;
}

/** One person's skills, and the way there. */
export interface PersonPage {
  readonly kind: 'person';
  readonly handle: Handle;
  readonly role?: string;
  readonly rows: readonly SkillRow[];
}

export interface SkillRow {
  readonly skill: MatrixSkill;
  readonly state: SkillState;
  /** She is not where her role or she herself wants her to be: a goal could be made of it. Only told of oneself. */
  readonly isGap: boolean;
}

/** What the team can teach. */
export interface TeamPage {
  readonly kind: 'team';
  readonly rows: readonly TeamRow[];
}

/** One skill of the team, with the names of people in the order of `team.md`. */
export interface TeamRow {
  readonly skill: MatrixSkill;
  readonly teachers: readonly string[];
  readonly couldTeach: readonly string[];
  readonly learners: readonly string[];
  readonly isMissing: boolean;
}

/**
 * What the page shows of a matrix.
 *
 * @param shown a handle, or `undefined` for the team
 */
export function matrixPage(matrix: SkillMatrix, shown: Handle | undefined): MatrixPage {
  const people = matrix.people.map(({ handle, name }) => ({ handle, name }));
  return { people, me: matrix.me, shown: shown === undefined ? teamPage(matrix) : personPage(matrix, shown) };
}

function personPage({ me, skills, people }: SkillMatrix, handle: Handle): PersonPage {
  const person = people.find(each => each.handle === handle);
  const rows = skills.flatMap((skill, index): SkillRow[] => {
    const state = person?.skills[index] ?? { skill: skill.slug, offers: false, history: [] };
    const isKnown = state.history.length > 0 || state.expected !== undefined || state.offers;
    return isKnown || skill.isListed ? [{ skill, state, isGap: handle === me && isGap(state) }] : [];
  });
  return { kind: 'person', handle, ...(person?.role !== undefined && { role: person.role }), rows };
}

/** Nobody who never looked has a gap: she would be told of it before she could say a word. */
function isGap(state: SkillState): boolean {
  const now = nowOf(state);
  return now !== undefined && Math.max(state.expected ?? 0, state.target ?? 0) > now;
}

function teamPage({ skills, people, team }: SkillMatrix): TeamPage {
  const names = (handles: readonly Handle[]) =>
    handles.map(handle => people.find(person => person.handle === handle)?.name ?? handle);
  const rows = skills.flatMap((skill, index): TeamRow[] => {
    const of = team[index];
    if (!of) return [];
    const [teachers, couldTeach, learners] = [of.teachers, of.couldTeach, of.learners].map(names);
    return [
      {
        skill,
        teachers: teachers ?? [],
        couldTeach: couldTeach ?? [],
        learners: learners ?? [],
        isMissing: of.isMissing,
      },
    ];
  });
  return { kind: 'team', rows };
}
