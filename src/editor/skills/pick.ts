import { window, type QuickPickItem } from 'vscode';

export interface PickOptions<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** What Enter takes. */
  readonly active?: T;
  /** Which question of how many this is. */
  readonly step?: readonly [number, number];
}

/** Asks for one of some things. Undefined for "not now". */
export async function pickOne<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeholder, active, step }: PickOptions<T>,
): Promise<T | undefined> {
  const pick = window.createQuickPick<T>();
  Object.assign(pick, { title, placeholder, ignoreFocusOut: true, matchOnDescription: true, items: [...items] });
  if (active) pick.activeItems = [active];
  if (step) [pick.step, pick.totalSteps] = step;
  try {
    return await new Promise<T | undefined>(resolve => {
      pick.onDidAccept(() => {
        resolve(pick.activeItems[0]);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
