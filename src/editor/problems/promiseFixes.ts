import { CodeAction, CodeActionKind, l10n, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import { promiseDays } from '../../core/promise/dayOffers.ts';
import type { OutLoud } from '../outloud.ts';
import { promiseDayWords } from '../support/promiseDayWords.ts';

/** Days for a promise that has none, each one action. */
export function promiseFixes(
  { world }: Pick<OutLoud, 'world'>,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const asked = diagnostics.filter(({ code }) => code === 'promise-day');
  return asked.flatMap(diagnostic =>
    promiseDays(world.clock.today()).map(offer => {
      const title = l10n.t('By {0}: {1}', offer.day, promiseDayWords(offer));
      const action = new CodeAction(title, CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.edit = new WorkspaceEdit();
      action.edit.insert(document.uri, diagnostic.range.end, ` 📅 ${offer.day}`);
      return action;
    }),
  );
}
