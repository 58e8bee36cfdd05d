import type { Handle } from '../note/notePath.ts';
import { sameHandle } from '../people/leads.ts';
import type { MatrixPerson, MatrixSkill, Seen, SkillState } from './matrix.ts';

/** Who can help whom with one skill. Handles in the order of `team.md`. */
export interface TeamSkill {
  readonly skill: string;
  /** Proficient or more, and they offer it. */
  readonly teachers: readonly Handle[];
  /** Proficient or more; nobody has asked them to offer it yet. */
  readonly couldTeach: readonly Handle[];
  /** Beginners, who could be taught. */
  readonly learners: readonly Handle[];
  /** Nobody is competent yet, although somebody looked or a role asks for it. */
  readonly isMissing: boolean;
}

/** From this level on one can teach, says the literature of the matrix; up to {@link beginner} one can be taught. */
export const proficient = 4;
export const competent = 3;
export const beginner = 2;

/**
 * Who can teach what to whom, and what nobody can. A level counts where she herself or somebody who leads her saw it last. What is
 * private is not looked at, so the map may be shown to anybody.
 */
export function teamMap(skills: readonly MatrixSkill[], people: readonly MatrixPerson[]): readonly TeamSkill[] {
  return skills.map(({ slug }, index) => {
    const known = people.flatMap(({ handle, skills: states }) => {
      const state = states[index];
      return state ? [{ handle, state, levels: openLevels(handle, state) }] : [];
    });
    const able = known.filter(({ levels }) => levels.some(level => level >= proficient));
    const isWanted = known.some(({ levels, state }) => levels.length > 0 || state.expected !== undefined);
    return {
      skill: slug,
      teachers: able.filter(({ state }) => state.offers).map(({ handle }) => handle),
      couldTeach: able.filter(({ state }) => !state.offers).map(({ handle }) => handle),
      learners: known.filter(({ levels: [now] }) => now !== undefined && now <= beginner).map(({ handle }) => handle),
      isMissing: isWanted && !known.some(({ levels }) => levels.some(level => level >= competent)),
    };
  });
}

/** Her own last level that everybody may read, then that of who leads her. */
function openLevels(handle: Handle, { history }: SkillState): readonly number[] {
  const open = history.filter(({ isPrivate }) => !isPrivate);
  const last = (is: (seen: Seen) => boolean) => open.findLast(is)?.level ?? [];
  const isOwn = ({ by }: Seen) => sameHandle(by, handle);
  return [last(isOwn), last(seen => !isOwn(seen))].flat();
}
