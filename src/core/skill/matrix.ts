import { present } from '../note/headValues.ts';
import type { Handle } from '../note/notePath.ts';
import { leads, sameHandle } from '../people/leads.ts';
import type { Day } from '../time/day.ts';
import type { Assessment } from './assessment.ts';
import { isSkill, type Level, type Skill } from './skill.ts';
import { teamMap, type TeamSkill } from './teamMap.ts';
import { compareText } from '../note/compareText.ts';

/**
 * What is known of everybody's skills, as plain data that may be sent anywhere on this machine. There is no sum, no average and no order
 * of people in it: they stand as in `team.md`, skills as in `skills.md`.
 */
export interface SkillMatrix {
  /** In front of whom: only she may see what is marked private. */
  readonly me: Handle;
  readonly skills: readonly MatrixSkill[];
  readonly people: readonly MatrixPerson[];
  /** One for each skill, in the order of the skills. Made of what everybody may read. */
  readonly team: readonly TeamSkill[];
}

/** One skill, as the team words it. */
export interface MatrixSkill {
  /** How notes name it: `postgres`. */
  readonly slug: string;
  readonly name: string;
  /** Names it had before, which notes may still use. */
  readonly formerly?: readonly string[];
  readonly kind: 'hard' | 'soft';
  /** Five texts; an empty one where the team has no words for that level. */
  readonly levels: readonly string[];
  /** Whether `skills.md` names it; else only an assessment does. */
  readonly isListed: boolean;
}

export interface MatrixPerson {
  readonly handle: Handle;
  readonly name: string;
  /** In lower case: what her expected levels are found by. */
  readonly role?: string;
  /** One for each skill, in the order of the skills; one nobody knows anything of has only its slug. */
  readonly skills: readonly SkillState[];
}

/** Where one person stands in one skill. */
export interface SkillState {
  readonly skill: string;
  /** How she sees herself, of late. */
  readonly self?: Seen;
  /** How somebody who leads her sees it, of late. */
  readonly leader?: Seen;
  /** What her role asks for. */
  readonly expected?: Level;
  /** Where she wants to be, and by when. Only she sets it. */
  readonly target?: Level;
  readonly due?: Day;
  /** Whether she offers to teach it. */
  readonly offers: boolean;
  /** Everything she and those who lead her ever said of it, the oldest first. */
  readonly history: readonly Seen[];
}

/** One skill as it was seen once. */
export interface Seen {
  readonly day: Day;
  readonly by: Handle;
  readonly level: Level;
  readonly target?: Level;
  readonly due?: Day;
  readonly words?: string;
  /** Not for others' eyes. */
  readonly isPrivate: boolean;
}

/** Somebody of the team, as her profile and `team.md` tell of her. */
export interface TeamPerson {
  readonly handle: Handle;
  readonly name: string;
  readonly role?: string;
  readonly leads: readonly Handle[];
  /** Skills she offers to teach, by name or slug. */
  readonly offers: readonly string[];
}

export interface MatrixSources {
  readonly me: Handle;
  readonly skills: readonly Skill[];
  /** In the order of `team.md`. */
  readonly people: readonly TeamPerson[];
  /** The shared ones, and those this person keeps for herself. */
  readonly assessments: readonly Assessment[];
}

/**
 * Puts together what is known of everybody's skills.
 *
 * What somebody wrote of a person she neither is nor leads counts for nothing, and neither does another person's private note, wherever
 * it lies. Of two notes of one day the one whose file's name comes later counts.
 */
export function skillMatrix({ me, skills, people, assessments }: MatrixSources): SkillMatrix {
  const counted = assessments
    .filter(({ day, by, isPrivate }) => day !== undefined && (!isPrivate || sameHandle(by, me)))
    .toSorted((a, b) => compareText(a.day ?? '', b.day ?? '') || compareText(a.path, b.path));
  const known = [...skills.map(listed), ...unlisted(skills, counted)];
  const all = people.map((person): MatrixPerson => {
    const role = person.role?.trim().toLowerCase();
    const own = counted.filter(
      ({ of, by }) => sameHandle(of, person.handle) && (sameHandle(by, of) || leads(people, by, of)),
    );
    const stateOf = (skill: MatrixSkill) => state(skill, person, own, expectedOf(skills, skill.slug, role));
    return { handle: person.handle, name: person.name, ...present('role', role), skills: known.map(stateOf) };
  });
  return { me, skills: known, people: all, team: teamMap(known, all) };
}

/** Where a person stands now: as she last saw herself; where she never looked, as somebody who leads her did. */
export function nowOf({ self, leader }: Pick<SkillState, 'self' | 'leader'>): Level | undefined {
  return (self ?? leader)?.level;
}

function state(
  skill: MatrixSkill,
  person: TeamPerson,
  own: readonly Assessment[],
  expected: Level | undefined,
): SkillState {
  const history = own.flatMap(assessment => seenIn(assessment, skill));
  const self = history.findLast(({ by }) => sameHandle(by, person.handle));
  const leader = history.findLast(({ by }) => !sameHandle(by, person.handle));
  return {
    skill: skill.slug,
    ...present('self', self),
    ...present('leader', leader),
    ...present('expected', expected),
    ...present('target', self?.target),
    ...present('due', self?.due),
    offers: person.offers.some(offer => isSkill(offer, skill)),
    history,
  };
}

function seenIn({ day, by, isPrivate, skills }: Assessment, skill: MatrixSkill): readonly Seen[] {
  const line = skills.find(each => each.skill === skill.slug) ?? skills.find(each => isSkill(each.skill, skill));
  if (!line || day === undefined) return [];
  const { level, target, due, words } = line;
  return [
    { day, by, level, ...present('target', target), ...present('due', due), ...present('words', words), isPrivate },
  ];
}

function listed({ slug, name, formerly, kind, levels }: Skill): MatrixSkill {
  return { slug, name, ...present('formerly', formerly), kind, levels: [...levels], isListed: true };
}

/** Skills that assessments name and `skills.md` doesn't, by name. */
function unlisted(skills: readonly Skill[], assessments: readonly Assessment[]): readonly MatrixSkill[] {
  const names = new Map(assessments.flatMap(({ skills: lines }) => lines.map(({ skill, name }) => [skill, name])));
  for (const { slug, formerly = [] } of skills) for (const known of [slug, ...formerly]) names.delete(known);
  return [...names]
    .map(([slug, name]): MatrixSkill => ({ slug, name, kind: 'hard', levels: ['', '', '', '', ''], isListed: false }))
    .toSorted((a, b) => compareText(a.slug, b.slug));
}

function expectedOf(skills: readonly Skill[], slug: string, role: string | undefined): Level | undefined {
  return role === undefined ? undefined : skills.find(skill => skill.slug === slug)?.expected.get(role);
}
