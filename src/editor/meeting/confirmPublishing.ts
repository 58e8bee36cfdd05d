import { l10n, window } from 'vscode';
import type { Publishing } from '../../app/meeting/publishLines.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { whileShown } from '../support/whileShown.ts';

/** Shows what publishing would do beside what is there, and asks once. Whatever she says, both texts go again. */
export function confirmPublishing({ path, lines, before = '', after }: Publishing): Promise<boolean> {
  const title = l10n.t('{0} (exactly what others will read)', plainLabel(path, 80));
  return whileShown({ path, text: after, before: { text: before, title } }, () => askOnce(path, lines));
}

async function askOnce(path: string, lines: readonly string[]): Promise<boolean> {
  const yes = { label: `$(broadcast) ${l10n.t('Publish exactly this')}`, detail: asWritten(lines) };
  const no = { label: l10n.t('Not now'), detail: l10n.t('Nothing is written') };
  const picked = await window.showQuickPick([yes, no], {
    title: l10n.t('Publish Lines'),
    placeHolder: l10n.t('This goes into {0}, and nothing else', plainLabel(path, 80)),
    ignoreFocusOut: true,
  });
  return picked === yes;
}

/** The lines to the letter; only what the list would take for an icon is kept from being one. */
function asWritten(lines: readonly string[]): string {
  return lines.join('  ').replaceAll('$(', '$\u2060(');
}
