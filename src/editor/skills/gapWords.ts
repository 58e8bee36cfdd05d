import { l10n, type QuickPickItem } from 'vscode';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Gap, GapReason } from '../../core/skill/gaps.ts';
import type { Level } from '../../core/skill/skill.ts';
import { nameOf } from './levelItems.ts';

/** A gap as it is offered: the skill, the way, and why. */
export function gapItem(gap: Gap): QuickPickItem & { readonly gap: Gap } {
  const { name, now, wanted, reasons } = gap;
  const way = now === undefined ? l10n.t('not assessed yet') : `${now} → ${wanted}`;
  return { label: plainLabel(name), description: way, detail: reasons.map(reasonWords).join(' · '), gap };
}

function reasonWords(reason: GapReason): string {
  switch (reason.kind) {
    case 'expected':
      return l10n.t('{0} is expected of the role {1}', reason.level, plainLabel(reason.role));
    case 'target':
      return reason.due === undefined
        ? l10n.t('{0} is your target', reason.level)
        : l10n.t('{0} is your target by {1}', reason.level, reason.due);
    case 'goal':
      return l10n.t('your goal “{0}”', plainLabel(reason.title, 60));
  }
}

/** What a goal made of a gap is called: the skill, and its level in the team's words. */
export function goalTitle(name: string, wanted?: { readonly level: Level; readonly words: string }): string {
  if (!wanted) return name;
  return `${name}: ${wanted.words === '' ? nameOf(wanted.level) : wanted.words}`;
}
