import { commands, l10n, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import type { Publishing } from '../../app/meeting/publishLines.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

const scheme = 'outloud-publish';

/** Shows what publishing would do beside what is there, and asks once. Whatever she says, both texts go again. */
export async function confirmPublishing({ path, lines, before = '', after }: Publishing): Promise<boolean> {
  const now = Uri.from({ scheme, path: `/${path}`, query: 'now' });
  const then = now.with({ query: 'then' });
  const texts = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => (query === 'then' ? after : before),
  });
  try {
    const title = l10n.t('{0} (exactly what others will read)', plainLabel(path, 80));
    await commands.executeCommand('vscode.diff', now, then, title, { preview: true, preserveFocus: true });
    return await askOnce(path, lines);
  } finally {
    await closeDiff(then);
    texts.dispose();
  }
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

async function closeDiff(shown: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === shown.toString(),
  );
  if (own.length > 0) await window.tabGroups.close(own);
}
