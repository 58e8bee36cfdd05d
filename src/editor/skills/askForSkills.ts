import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { skillsToAssess, type SkillToAssess } from '../../app/skill/skillsToAssess.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Person } from '../../core/people/person.ts';
import { skillNamed, skillSlug } from '../../core/skill/skill.ts';
import { pickMany } from './pick.ts';

/** Which skills are looked at, and whether for nobody else's eyes. */
export interface ChosenSkills {
  readonly skills: readonly SkillToAssess[];
  readonly private: boolean;
}

interface SkillItem extends QuickPickItem {
  readonly skill?: SkillToAssess;
  readonly does?: 'add' | 'keep';
}

/** Asks which skills to look at: those her role asks for and those of her active goals are chosen already. */
export async function askForSkills(desk: Desk, person: Person): Promise<ChosenSkills | undefined> {
  const known = await skillsToAssess(desk, person);
  if (known.length === 0) return withOthers([], known, false);
  const items: SkillItem[] = [
    ...known.map(skill => ({
      label: plainLabel(skill.name),
      description: detailOf(skill),
      picked: skill.isProposed,
      skill,
    })),
    { label: '', kind: QuickPickItemKind.Separator },
    { label: l10n.t('Add another skill…'), does: 'add' },
    { label: l10n.t('Keep it private'), description: l10n.t('only you will see it'), does: 'keep' },
  ];
  const picked = await pickMany(items, {
    title: person === desk.me ? l10n.t('Assess Skills') : l10n.t('Assess Skills of {0}', plainLabel(person.name)),
    placeholder: l10n.t('Which skills? Space chooses, Enter goes on'),
  });
  if (!picked) return undefined;
  const chosen = picked.flatMap(({ skill }) => skill ?? []);
  const isPrivate = picked.some(({ does }) => does === 'keep');
  if (picked.some(({ does }) => does === 'add')) return withOthers(chosen, known, isPrivate);
  return chosen.length === 0 ? undefined : { skills: chosen, private: isPrivate };
}

function detailOf({ last, expected }: SkillToAssess): string {
  const parts = [
    last ? l10n.t('{0} on {1}', last.level, last.day) : '',
    expected === undefined ? '' : l10n.t('expected: {0}', expected),
  ];
  return parts.filter(part => part !== '').join(' · ');
}

/** Asks for skills by name, with commas between them. */
async function withOthers(
  chosen: readonly SkillToAssess[],
  known: readonly SkillToAssess[],
  isPrivate: boolean,
): Promise<ChosenSkills | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Assess Skills'),
    prompt: l10n.t('Which skills? Put commas between them.'),
    placeHolder: 'Postgres, Giving feedback',
    ignoreFocusOut: true,
    validateInput: text => (namesIn(text).length > 0 ? undefined : l10n.t('A name has at least one letter.')),
  });
  if (answer === undefined) return chosen.length === 0 ? undefined : { skills: chosen, private: isPrivate };
  const others = namesIn(answer).map(name => skillNamed(name, known) ?? unlisted(name));
  const all = new Map([...chosen, ...others].map(skill => [skill.slug, skill]));
  return { skills: [...all.values()], private: isPrivate };
}

function namesIn(text: string): readonly string[] {
  return text
    .split(',')
    .map(name => name.trim())
    .filter(name => /[\p{L}\p{N}]/u.test(name));
}

function unlisted(name: string): SkillToAssess {
  const levels = ['', '', '', '', ''];
  return { slug: skillSlug(name), name, kind: 'hard', levels, isListed: false, isProposed: false };
}
