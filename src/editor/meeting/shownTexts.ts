import { commands, l10n, TabInputTextDiff, Uri, window, type TextDocumentContentProvider } from 'vscode';
import type { Publishing } from '../../app/meeting/publishLines.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

const shownScheme = 'outloud-publish';

/** Texts that are shown before they are written: what a note says now, and what it would say. */
export class ShownTexts implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  #count = 0;

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Shows what publishing would do beside what is there, and asks once. Whatever she says, both texts go again. */
  async confirm({ path, lines, before, after }: Publishing): Promise<boolean> {
    const [left, right] = [this.#show(path, before ?? ''), this.#show(path, after)];
    const title = l10n.t('{0} (exactly what others will read)', plainLabel(path, 80));
    await commands.executeCommand('vscode.diff', left, right, title, { preview: true, preserveFocus: true });
    const yes = { label: `$(broadcast) ${l10n.t('Publish exactly this')}`, detail: plainLabel(lines.join('  '), 400) };
    const items = [yes, { label: l10n.t('Not now'), detail: l10n.t('Nothing is written') }];
    try {
      const placeHolder = l10n.t('This goes into {0}, and nothing else', plainLabel(path, 80));
      return (
        (await window.showQuickPick(items, { title: l10n.t('Publish Lines'), placeHolder, ignoreFocusOut: true })) ===
        yes
      );
    } finally {
      await this.#close(left, right);
    }
  }

  #show(path: string, text: string): Uri {
    this.#count += 1;
    const uri = Uri.from({ scheme: shownScheme, path: `/${path}`, query: String(this.#count) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  async #close(left: Uri, right: Uri): Promise<void> {
    const tabs = window.tabGroups.all.flatMap(({ tabs: each }) => each);
    const own = tabs.filter(
      ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === right.toString(),
    );
    if (own.length > 0) await window.tabGroups.close(own);
    for (const uri of [left, right]) this.#texts.delete(uri.toString());
  }
}
