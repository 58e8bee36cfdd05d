import { env, l10n, window, type LogOutputChannel } from 'vscode';
import type { WriteFailed } from '../../app/failure.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/** Says why a note was not written, and offers the words that were meant for it. */
export async function offerText({ message, text }: WriteFailed): Promise<void> {
  const copy = l10n.t('Copy My Text');
  const answer = await window.showErrorMessage(plainLabel(message, 400), copy);
  if (answer === copy) await env.clipboard.writeText(text);
}

/** Says that something went wrong that nobody thought of, and where more is known. */
export async function offerLog(log: LogOutputChannel): Promise<void> {
  const show = l10n.t('Show Log');
  const answer = await window.showErrorMessage(
    l10n.t('That did not work, and it is not your fault. Nothing of yours is lost.'),
    show,
  );
  if (answer === show) log.show(true);
}
