import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, extensions } from 'vscode';
import { until } from './until.ts';

/** Where the runner made what is open; in most windows the sample team: two repositories, the notebook in `shop`. Ada sits in front. */
export const team = process.env['OUTLOUD_SAMPLE'] ?? '';
export const shop = join(team, 'shop');
export const notes = join(shop, 'notes');

/** Whether this run is in Restricted Mode. */
export const isRestricted = process.env['OUTLOUD_TRUST'] === 'restricted';

/** The text of a shared note; empty where there is none. */
export function noteText(path: string): string {
  const file = join(notes, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Runs a command as a key binding or a task would, with its answers. */
export async function run<T>(id: string, answers?: object): Promise<T> {
  await extensions.getExtension('out-loud.out-loud')?.activate();
  return commands.executeCommand<T>(`outloud.${id}`, answers);
}

/** Runs a command, and takes the first of what it asks by Enter until it has ended. */
export async function runAccepting<T>(id: string, answers: object): Promise<T> {
  let hasEnded = false;
  const running = run<T>(id, answers).finally(() => (hasEnded = true));
  await until(async () => {
    if (!hasEnded) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return hasEnded;
  });
  return running;
}
