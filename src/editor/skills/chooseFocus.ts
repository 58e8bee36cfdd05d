import { commands, l10n, QuickPickItemKind, window, type QuickPickItem, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { skillGaps, type SkillGaps } from '../../app/skill/skillGaps.ts';
import { addResources, helpWith, type SkillHelp } from '../../app/skill/skillHelp.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Gap } from '../../core/skill/gaps.ts';
import { skillNamed } from '../../core/skill/skill.ts';
import { addMonths } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { askForRoom } from '../support/askForRoom.ts';
import { gapItem, goalTitle } from './gapWords.ts';
import { pickMany, pickOne } from './pick.ts';

/** What a caller of this command may already know. */
export interface FocusAnswers {
  /** The skill to grow, by name or slug: then neither it nor who helps is asked. */
  readonly skill: string;
  /** Whether it begins now; without it this is asked where enough goals are active already. */
  readonly status: 'active' | 'parked';
}

/**
 * Makes a goal of a gap: asks which, and who and what shall help, and puts both into the goal's note. Answers the note, or undefined for
 * "not now".
 */
export async function chooseFocus(
  outloud: OutLoud,
  { skill, status: given }: Partial<FocusAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk) return undefined;
  const found = await skillGaps(desk);
  const slug = skill === undefined ? await askForGap(found) : skillCalled(skill, found);
  if (slug === undefined) return undefined;
  const from = `people/${desk.me.handle}/goals/new.md` as SharedPath; // beside which the goal will lie
  const help = await helpWith(desk, found.matrix, { skill: slug, from });
  const chosen = skill === undefined ? await askForHelp(help) : help.filter(({ kind }) => kind === 'mentor');
  if (!chosen) return undefined;
  const status = given ?? (await askForRoom(outloud, desk));
  const goal = { ...goalOf(desk, found, slug, chosen), status };
  const uri = await commands.executeCommand<Uri | undefined>('outloud.createGoal', goal);
  const path = uri && desk.notebook.shared.pathOf(uri.fsPath);
  if (path !== undefined && chosen.length > 0) await addResources(desk, path, chosen);
  if (uri && skill === undefined) await window.showTextDocument(uri);
  return uri;
}

interface GapItem extends QuickPickItem {
  readonly gap?: Gap;
  readonly assess?: true;
}

async function askForGap({ gaps, focus }: SkillGaps): Promise<string | undefined> {
  const others = gaps.filter(gap => !focus.includes(gap));
  const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items: GapItem[] = [
    ...(focus.length > 0 ? [separator(l10n.t('to begin with')), ...focus.map(gapItem)] : []),
    ...(others.length > 0 ? [separator(l10n.t('also')), ...others.map(gapItem)] : []),
    separator(''),
    { label: l10n.t('Assess Skills…'), assess: true },
  ];
  const placeholder = gaps.length > 0 ? l10n.t('What do you want to grow in?') : l10n.t('Say first where you are now');
  const picked = await pickOne(items, { title: l10n.t('Choose a Focus'), placeholder });
  if (picked?.assess) await commands.executeCommand('outloud.assessSkills');
  return picked?.gap?.skill;
}

function skillCalled(called: string, { matrix }: SkillGaps): string {
  const skill = skillNamed(called, matrix.skills);
  if (skill) return skill.slug;
  throw new Failure(l10n.t('There is no skill “{0}”. Add it to skills.md, or assess yourself in it first.', called));
}

async function askForHelp(help: readonly SkillHelp[]): Promise<readonly SkillHelp[] | undefined> {
  if (help.length === 0) return [];
  const icons = { mentor: 'person', resource: 'library', note: 'book' } as const;
  const items = help.map(each => ({
    label: `$(${icons[each.kind]}) ${plainLabel(each.label)}`,
    description: plainLabel(each.detail),
    picked: each.kind === 'mentor',
    each,
  }));
  const picked = await pickMany(items, {
    mayBeNone: true,
    title: l10n.t('Choose a Focus'),
    placeholder: l10n.t('Who and what shall help? It goes into the goal'),
  });
  return picked?.map(({ each }) => each);
}

/** The goal's answers. Only what others may know goes into it: a private level leaves its key away. */
function goalOf(desk: Desk, { openGaps, matrix }: SkillGaps, slug: string, help: readonly SkillHelp[]) {
  const skill = matrix.skills.find(each => each.slug === slug);
  const gap = openGaps.find(each => each.skill === slug);
  const method = help[0]?.method;
  return {
    title: goalTitle(skill?.name ?? slug, gap && { level: gap.wanted, words: skill?.levels[gap.wanted - 1] ?? '' }),
    skill: slug,
    due: gap?.due ?? addMonths(desk.clock.today(), 6),
    ...(gap?.now !== undefined && { from: gap.now }),
    ...(gap && { target: gap.wanted }),
    ...(method !== undefined && { method }),
  };
}
