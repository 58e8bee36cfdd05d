import { ConfigurationTarget, workspace } from 'vscode';
import { answerChecks, goalChecks } from '../../core/note/problem.ts';

/** Asks one question about no goal or answer any more. The settings hold the switch to ask it again. */
export async function turnOffCheck(check: string | undefined): Promise<void> {
  if (![...goalChecks, ...answerChecks].some(known => known === check) || check === undefined) return;
  const settings = workspace.getConfiguration('outloud');
  const before = settings.inspect<Readonly<Record<string, boolean>>>('checks')?.globalValue ?? {};
  await settings.update('checks', { ...before, [check]: false }, ConfigurationTarget.Global);
}
