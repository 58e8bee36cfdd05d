import { l10n, ProgressLocation, window, type Progress } from 'vscode';

/** Only what takes longer than this many milliseconds is worth a notice. */
const patience = 500;

/**
 * Runs something that may take a while. Where it does, a notice shows how far it is and lets the person stop it.
 *
 * @param run told with how many commits were looked at
 */
export async function withProgress<Result>(
  title: string,
  run: (signal: AbortSignal, progress: (seen: number) => void) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  let notice: Progress<{ message: string }> | undefined;
  const running = run(stop.signal, seen => {
    notice?.report({ message: l10n.t('{0} commits read', seen) });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>(resolve => (timer = setTimeout(resolve, patience, 'late')));
  const first = await Promise.race([running.then(() => 'done' as const), late]);
  clearTimeout(timer);
  if (first === 'late')
    await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (shown, token) => {
        notice = shown;
        token.onCancellationRequested(() => {
          stop.abort();
        });
        await running;
      },
    );
  return running;
}
