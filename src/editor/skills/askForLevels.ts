import { l10n, type QuickPickItem } from 'vscode';
import type { SkillAnswer } from '../../app/skill/assessSkills.ts';
import type { SkillToAssess } from '../../app/skill/skillsToAssess.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Level } from '../../core/skill/skill.ts';
import { addMonths, type Day } from '../../core/time/day.ts';
import { levelItems, type LevelItem } from './levelItems.ts';
import { pickOne } from './pick.ts';

interface Asking {
  readonly today: Day;
  /** Who is looked at, where it is not herself: then no target is asked for. */
  readonly name?: string;
}

/** What was answered, and whether to the end. */
export interface LevelsAnswered {
  readonly answers: Readonly<Record<string, SkillAnswer>>;
  readonly isWhole: boolean;
}

/** Asks for the level of each skill and, of the person herself, where she wants to be and by when. */
export async function askForLevels(skills: readonly SkillToAssess[], asking: Asking): Promise<LevelsAnswered> {
  const answers: Record<string, SkillAnswer> = {};
  for (const [index, skill] of skills.entries()) {
    const title = l10n.t('{0} ({1}/{2})', plainLabel(skill.name), index + 1, skills.length);
    const level = (await askForLevel(skill, title, asking))?.level;
    if (level === undefined) return { answers, isWhole: false };
    answers[skill.name] = { level };
    if (asking.name !== undefined || level === 5) continue;
    const target = await askForTarget(skill, { title, level, today: asking.today });
    if (!target) return { answers, isWhole: false };
    answers[skill.name] = { level, ...target };
  }
  return { answers, isWhole: true };
}

async function askForLevel(skill: SkillToAssess, title: string, { name }: Asking): Promise<LevelItem | undefined> {
  const items = levelItems(skill);
  const active = items.find(({ level }) => level === skill.last?.level);
  const placeholder =
    name === undefined ? l10n.t('Where are you now?') : l10n.t('Where do you see {0}?', plainLabel(name));
  return pickOne(items, { title, placeholder, active });
}

interface AskingTarget {
  readonly title: string;
  readonly level: Level;
  readonly today: Day;
}

/** The level she wants and the day, or null for none; undefined where she stopped. */
async function askForTarget(
  skill: SkillToAssess,
  { title, level, today }: AskingTarget,
): Promise<Pick<SkillAnswer, 'target' | 'due'> | undefined> {
  const none: QuickPickItem & { level?: Level } = { label: l10n.t('No target for now') };
  const higher = levelItems({
    levels: skill.levels,
    ...(skill.expected !== undefined && { expected: skill.expected }),
  });
  const items = [none, ...higher.filter(item => item.level > level)];
  const before = skill.last?.target;
  const active = items.find(item => item.level !== undefined && item.level === before);
  const placeholder = l10n.t('Where do you want to be? Enter goes on');
  const picked = await pickOne(items, { title, placeholder, active });
  if (!picked) return undefined;
  const target = picked.level;
  if (target === undefined) return { target: null };
  const due = await askForDay(skill, { title, level, today });
  return due === undefined ? undefined : { target, due };
}

async function askForDay(skill: SkillToAssess, { title, today }: AskingTarget): Promise<Day | undefined> {
  const half = { label: l10n.t('In 6 months'), day: addMonths(today, 6) };
  const year = { label: l10n.t('In 12 months'), day: addMonths(today, 12) };
  const before = skill.last?.due;
  const kept = before !== undefined && before > today ? [{ label: l10n.t('As before'), day: before }] : [];
  const items = [...kept, half, year].map(item => ({ ...item, description: item.day }));
  return (await pickOne(items, { title, placeholder: l10n.t('By when?') }))?.day;
}
