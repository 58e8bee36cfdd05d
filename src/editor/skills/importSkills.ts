import { l10n, QuickPickItemKind, window, type QuickPickItem, type Uri } from 'vscode';
import * as verb from '../../app/skill/importSkills.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { NewSkill } from '../../core/skill/importedSkills.ts';
import type { OutLoud } from '../outloud.ts';
import { askForTable, tableIn } from './askForTable.ts';
import { pickMany } from './pick.ts';

/** What a caller of this command may already know. */
export interface ImportAnswers {
  /** A markdown table, or a CSV. */
  readonly text: string;
  /** The file that holds one. */
  readonly uri: Uri;
  /** Whether it is written without asking. */
  readonly write: boolean;
}

/**
 * Makes skills of a table: shows what it would make, and writes what the person leaves chosen. Answers the note of the skills, or
 * undefined for "not now".
 */
export async function importSkills(
  outloud: OutLoud,
  { text, uri, write = false }: Partial<ImportAnswers>,
): Promise<Uri | undefined> {
  const table = text ?? (uri ? await tableIn(uri) : await askForTable());
  const desk = table === undefined ? undefined : await outloud.desk();
  if (table === undefined || !desk) return undefined;
  const plan = await verb.planImport(desk, table);
  const chosen = write ? plan : await confirm(plan);
  if (!chosen) return undefined;
  const note = outloud.uriOf(desk.notebook, { shelf: 'shared', path: await verb.importSkills(desk, chosen) });
  if (!write) await window.showTextDocument(note);
  return note;
}

interface PlanItem extends QuickPickItem {
  readonly skill?: NewSkill;
  readonly own?: true;
}

/** Shows what would be made, everything chosen: nothing is written before Enter. */
async function confirm(plan: verb.ImportPlan): Promise<Pick<verb.ImportPlan, 'skills' | 'own'> | undefined> {
  const { skills, own } = plan;
  const items: PlanItem[] = [
    ...skills.map(skill => ({ label: plainLabel(skill.name), description: detailOf(skill), picked: true, skill })),
    ...(own.length === 0 ? [] : [ownItem(own)]),
    ...asideItems(plan),
  ];
  if (skills.length === 0 && own.length === 0) {
    void window.showInformationMessage(l10n.t('All of these skills are there already. Nothing was changed.'));
    return undefined;
  }
  const picked = await pickMany(items, {
    title: l10n.t('Import Skills'),
    placeholder: l10n.t('This would be written. Enter writes what is chosen'),
  });
  if (!picked) return undefined;
  return { skills: picked.flatMap(({ skill }) => skill ?? []), own: picked.some(item => item.own) ? own : [] };
}

function ownItem(own: verb.ImportPlan['own']): PlanItem {
  const levels = own.map(({ name, level }) => `${plainLabel(name, 40)} ${level}`).join(', ');
  return { label: l10n.t('My own levels, as today’s assessment'), description: levels, picked: true, own: true };
}

/** What is left aside, said where it can be read before Enter. */
function asideItems({ known, leftOut, notRead }: verb.ImportPlan): readonly PlanItem[] {
  const list = (names: readonly string[]) => names.map(name => plainLabel(name, 40)).join(', ');
  const said = [
    known.length === 0 ? '' : l10n.t('there already, and stays as it is: {0}', list(known)),
    leftOut.length === 0 ? '' : l10n.t('left out, as everybody assesses themselves: {0}', list(leftOut)),
    notRead.length === 0 ? '' : l10n.t('columns that are not read: {0}', list(notRead)),
  ];
  return said.flatMap(label => (label === '' ? [] : [{ label, kind: QuickPickItemKind.Separator }]));
}

function detailOf({ kind, levels, expected }: NewSkill): string {
  const inWords = levels.filter(level => level !== '').length;
  const parts = [
    kind === 'soft' ? l10n.t('soft') : '',
    ...expected.map(([role, level]) => `${plainLabel(role, 40)} ${level}`),
    inWords === 0 ? '' : l10n.t('{0} levels in words', inWords),
  ];
  return parts.filter(part => part !== '').join(' · ');
}
