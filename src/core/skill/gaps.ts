import type { Goal } from '../goal/goal.ts';
import { present } from '../note/headValues.ts';
import type { Day } from '../time/day.ts';
import { nowOf, type MatrixPerson, type MatrixSkill } from './matrix.ts';
import { isLevel, isSkill, type Level } from './skill.ts';

/** A skill in which a person is not yet where she, her role or one of her goals wants her to be. */
export interface Gap {
  readonly skill: string;
  readonly name: string;
  /** Undefined where nobody has looked yet: then nobody knows how far it is. */
  readonly now?: Level;
  /** The highest level of its reasons. */
  readonly wanted: Level;
  /** The day of her own target, else that of her goal. */
  readonly due?: Day;
  readonly reasons: readonly GapReason[];
}

/** Why a level is wanted. */
export type GapReason =
  | { readonly kind: 'expected'; readonly level: Level; readonly role: string }
  | { readonly kind: 'target'; readonly level: Level; readonly due?: Day }
  | { readonly kind: 'goal'; readonly level: Level; readonly due?: Day; readonly title: string };

/** What a gap needs to know of a goal. */
export type SkillGoal = Pick<Goal, 'status' | 'skill' | 'target' | 'due' | 'title'>;

/** Where a person has a way to go, in the order of the skills. */
export function gapsOf(
  { role = '', skills: states }: MatrixPerson,
  skills: readonly MatrixSkill[],
  goals: readonly SkillGoal[] = [],
): readonly Gap[] {
  return states.flatMap((state, index) => {
    const skill = skills[index];
    if (!skill) return [];
    const now = nowOf(state);
    const { expected, target, due } = state;
    const reasons: GapReason[] = [
      ...(expected === undefined ? [] : [{ kind: 'expected' as const, level: expected, role }]),
      ...(target === undefined ? [] : [{ kind: 'target' as const, level: target, ...present('due', due) }]),
      ...goals.flatMap(goal => reasonOf(goal, skill, now)),
    ].filter(({ level }) => now === undefined || level > now);
    const wanted = levelOf(Math.max(0, ...reasons.map(({ level }) => level)));
    if (wanted === undefined) return [];
    const days = reasons.flatMap(reason => (reason.kind === 'expected' ? [] : (reason.due ?? [])));
    return [
      { skill: skill.slug, name: skill.name, ...present('now', now), wanted, ...present('due', days[0]), reasons },
    ];
  });
}

/**
 * At most three skills to begin with: the one farthest from what the role asks for, then the one whose own target has the nearest day,
 * then the first that an active goal names. Each of the three ways gives one skill; what one of them took, the next one passes over, and
 * of two alike the one that stands first in `skills.md` is taken. A skill nobody has looked at is not proposed.
 */
export function focusOf(gaps: readonly Gap[]): readonly Gap[] {
  const known = gaps.filter(({ now }) => now !== undefined);
  const ways: readonly ((left: readonly Gap[]) => Gap | undefined)[] = [farthest, nearest, named];
  return ways.reduce<readonly Gap[]>((taken, way) => {
    const found = way(known.filter(gap => !taken.includes(gap)));
    return found ? [...taken, found] : taken;
  }, []);
}

function farthest(gaps: readonly Gap[]): Gap | undefined {
  const far = ({ now = 5, reasons }: Gap) =>
    Math.max(0, ...reasons.flatMap(({ kind, level }) => (kind === 'expected' ? [level - now] : [])));
  const most = Math.max(0, ...gaps.map(far));
  return most === 0 ? undefined : gaps.find(gap => far(gap) === most);
}

function nearest(gaps: readonly Gap[]): Gap | undefined {
  const dayOf = ({ reasons }: Gap) =>
    reasons.flatMap(reason => (reason.kind === 'target' ? [reason.due ?? '9999'] : [])).toSorted()[0];
  const first = gaps.flatMap(gap => dayOf(gap) ?? []).toSorted()[0];
  return first === undefined ? undefined : gaps.find(gap => dayOf(gap) === first);
}

function named(gaps: readonly Gap[]): Gap | undefined {
  return gaps.find(({ reasons }) => reasons.some(({ kind }) => kind === 'goal'));
}

/** An active goal that names the skill wants its level, or where it says none, the next one. */
function reasonOf(
  { status, skill, target, due, title }: SkillGoal,
  matrixSkill: MatrixSkill,
  now: Level | undefined,
): readonly GapReason[] {
  if (status !== 'active' || skill === undefined || !isSkill(skill, matrixSkill)) return [];
  const level = isLevel(target) ? target : levelOf((now ?? 0) + 1);
  return level === undefined ? [] : [{ kind: 'goal', level, title, ...present('due', due) }];
}

function levelOf(number: number): Level | undefined {
  return isLevel(number) ? number : undefined;
}
