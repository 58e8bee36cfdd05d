import { window, type LogOutputChannel } from 'vscode';
import { isFailure, isWriteFailed } from '../../app/failure.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';

/**
 * Tells the person what went wrong, in a sentence she can act on. What she wrote is offered with it. An error nobody thought of
 * goes to the log, which holds names of commands and errors, never words of notes.
 */
export function tell(error: unknown, command: string, log: LogOutputChannel): void {
  if (isStop(error)) return;
  if (isWriteFailed(error)) return void offers().then(({ offerText }) => offerText(error));
  if (isFailure(error)) {
    void window.showErrorMessage(plainLabel(error.message, 400));
    return;
  }
  log.error(`${command}: ${traceOf(error)}`);
  void offers().then(({ offerLog }) => offerLog(log));
}

/** What comes with a message is loaded when there is one. */
function offers() {
  return import('./tellWithOffer.ts');
}

/** Whether the person stopped it herself: that is "not now", not an error. */
function isStop(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'Canceled');
}

/** What may stand in a log: the error's name and where it came from. Its message may hold words of notes, and stays out. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { stack = '', message } = error;
  const behind = stack.indexOf(message) + message.length; // its lines may look like places
  const places = stack
    .slice(stack.includes(message) ? behind : 0)
    .split('\n')
    .filter(line => /^\s+at /.test(line));
  return [error.name, ...places].join('\n');
}
