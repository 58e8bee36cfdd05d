import type { EntryPlace } from '../../core/log/entryNote.ts';
import type { Handle, NotePath } from '../../core/note/notePath.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { personCalled } from '../../core/people/identity.ts';
import { leads, sameHandle } from '../../core/people/leads.ts';
import type { Person } from '../../core/people/person.ts';
import { editAssessed, type AssessedChange } from '../../core/skill/assessed.ts';
import {
  assessmentPath,
  printAssessment,
  privateAssessmentPath,
  type Assessment,
} from '../../core/skill/assessment.ts';
import { isLevel, isSkill, skillNamed, type Level, type NamedSkill, skillSlug } from '../../core/skill/skill.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import type { Shelf } from '../shelf.ts';
import { assessmentsOf, skillsOf } from './skillMatrix.ts';

/** How one skill is seen today. */
export interface SkillAnswer {
  readonly level: Level;
  /** The level she wants to reach; null takes an earlier one away, nothing leaves it as it was. */
  readonly target?: Level | null;
  readonly due?: Day;
  readonly words?: string;
}

export interface SkillAnswers {
  /** Whose skills, by handle or name: her own where it is not given, else somebody she leads. */
  readonly person?: string;
  /** By the skill's name or slug. */
  readonly skills: Readonly<Record<string, SkillAnswer>>;
  /** For nobody else's eyes. */
  readonly private?: boolean;
}

type AssessDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/**
 * Writes how the person at the desk sees skills today, into a note of her own folder, and answers where. What was written before stays:
 * only a note of the same day is gone on with, and there only the levels change. An earlier target of hers is carried on until it is
 * reached or taken away.
 *
 * @throws Failure where she leads nobody of that name, or a level or a day is none; WriteFailed with the text kept in it.
 */
export async function assessSkills(desk: AssessDesk, answers: SkillAnswers): Promise<EntryPlace> {
  const { notebook, me, clock } = desk;
  const of = assessedPerson(desk, answers.person);
  const isPrivate = answers.private === true;
  const changes = await changesOf(desk, of, answers);
  const when = { day: clock.today(), of: of.handle, by: me.handle };
  const names = { of: of.name, by: me.name };
  const change = (text: string | undefined) => assessmentEdits(text, changes, { ...when, names, private: isPrivate });
  if (isPrivate) {
    const path = privateAssessmentPath(when);
    await write(notebook.private, path, change);
    return { shelf: 'private', path };
  }
  const path = assessmentPath(when);
  await write(notebook.shared, path, change);
  return { shelf: 'shared', path };
}

/**
 * Whose skills are meant.
 *
 * @throws Failure where it is neither the person at the desk nor anybody she leads
 */
export function assessedPerson({ me, team }: Pick<Desk, 'me' | 'team'>, called: string | undefined): Person {
  if (called === undefined || sameHandle(called, me.handle)) return me;
  const person = personCalled(called, team);
  if (sameHandle(person.handle, me.handle)) return me;
  if (leads(team, me.handle, person.handle)) return person;
  throw new Failure(
    `You can assess yourself and whom you lead. If you lead ${person.name}, write “leads ${person.handle}” behind your name in team.md.`,
  );
}

function assessmentEdits(
  text: string | undefined,
  changes: readonly AssessedChange[],
  note: Omit<Parameters<typeof printAssessment>[0], 'skills'>,
): readonly TextEdit[] {
  if (text !== undefined) return editAssessed(text, changes);
  const skills = changes.map(({ target, due, ...skill }) => ({
    ...skill,
    ...(target !== undefined && target !== null && { target, ...(due !== undefined && { due }) }),
  }));
  return [{ at: { start: 0, end: 0 }, text: printAssessment({ ...note, skills }) }];
}

async function changesOf(desk: AssessDesk, of: Person, answers: SkillAnswers): Promise<readonly AssessedChange[]> {
  const entries = Object.entries(answers.skills);
  if (entries.length === 0) throw new Failure('Name at least one skill and its level.');
  const isOwn = of === desk.me;
  const [skills, before] = await Promise.all([skillsOf(desk.notebook.shared), isOwn ? assessmentsOf(desk) : []]);
  const mayKnow = before.filter(({ isPrivate }) => answers.private === true || !isPrivate);
  return entries.map(([called, { level, target, due, words }]) => {
    const skill = skillNamed(called, skills) ?? { slug: skillSlug(called), name: called };
    const { name } = skill;
    checkAnswer(name, { level, ...(target !== undefined && { target }), ...(due !== undefined && { due }) });
    if (!isOwn && target !== undefined && target !== null)
      throw new Failure(`Where to go with ${name} is for ${of.name} to say. Leave the target away.`);
    const carried = isOwn && target === undefined ? lastTarget(mayKnow, desk.me.handle, skill, level) : {};
    return {
      name,
      level,
      ...(target === undefined ? carried : { target, ...(due !== undefined && { due }) }),
      ...(words !== undefined && { words }),
    };
  });
}

function checkAnswer(name: string, { level, target, due }: SkillAnswer): void {
  if (!isLevel(level) || (target !== undefined && target !== null && !isLevel(target)))
    throw new Failure(`${name}: a level is a number from 1 to 5.`);
  if (due !== undefined && parseDay(due) === undefined)
    throw new Failure(`“${due}” is no day. A day looks like 2027-05-31.`);
}

/** The target she set last, while it is still ahead of her. */
function lastTarget(
  assessments: readonly Assessment[],
  me: Handle,
  skill: NamedSkill,
  level: Level,
): { readonly target?: Level; readonly due?: Day } {
  const own = assessments
    .filter(({ of, by, day }) => day !== undefined && sameHandle(of, me) && sameHandle(by, me))
    .toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
  const line = own.flatMap(({ skills }) => skills.filter(each => isSkill(each.skill, skill)))[0];
  if (line?.target === undefined || line.target <= level) return {};
  return { target: line.target, ...(line.due !== undefined && { due: line.due }) };
}

async function write<P extends NotePath>(
  shelf: Shelf<P>,
  path: P,
  change: (text: string | undefined) => readonly TextEdit[],
): Promise<void> {
  const note = await shelf.note(path);
  if (note?.problems.some(isUnreadable))
    throw new Failure(
      'Today’s assessment is there already and can’t be read. Put its front matter right, then try again.',
    );
  await shelf.update(path, change);
}
