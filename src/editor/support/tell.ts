import { env, l10n, window, type LogOutputChannel } from 'vscode';
import { isFailure, isWriteFailed, type WriteFailed } from '../../app/failure.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/**
 * Tells the person what went wrong, in a sentence she can act on. What she wrote is offered with it. An error nobody thought of
 * goes to the log, which holds names of commands and errors, never words of notes.
 */
export function tell(error: unknown, command: string, log: LogOutputChannel): void {
  if (isStop(error)) return;
  if (isWriteFailed(error)) return void offerText(error);
  if (isFailure(error)) {
    void window.showErrorMessage(plainLabel(error.message, 400));
    return;
  }
  log.error(`${command}: ${traceOf(error)}`);
  void offerLog(log);
}

/** Whether the person stopped it herself: that is "not now", not an error. */
function isStop(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}

async function offerText({ message, text }: WriteFailed): Promise<void> {
  const copy = l10n.t('Copy My Text');
  const answer = await window.showErrorMessage(plainLabel(message, 400), copy);
  if (answer === copy) await env.clipboard.writeText(text);
}

async function offerLog(log: LogOutputChannel): Promise<void> {
  const show = l10n.t('Show Log');
  const answer = await window.showErrorMessage(
    l10n.t('That did not work, and it is not your fault. Nothing of yours is lost.'),
    show,
  );
  if (answer === show) log.show(true);
}

/** What may stand in a log: the error's name and where it came from. Its message may hold words of notes, and stays out. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...places].join('\n');
}
