import { workspace } from 'vscode';

/** The git the person set for this machine, if any. What a workspace sets is not asked. */
export function gitPathOfMachine(): string | undefined {
  const set = workspace.getConfiguration('git').inspect<string | string[]>('path')?.globalValue;
  return [set ?? []].flat()[0];
}
