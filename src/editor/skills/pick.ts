import { QuickPickItemKind, window, type QuickPick, type QuickPickItem } from 'vscode';
import { answerOf } from '../support/answerOf.ts';

export interface PickOptions<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** What Enter takes; else the first. */
  readonly active?: T | undefined;
}

/** Asks for one of some things. Undefined for "not now". */
export function pickOne<T extends QuickPickItem>(
  items: readonly T[],
  { active = items.find(isItem), ...options }: PickOptions<T>,
): Promise<T | undefined> {
  const pick = quickPick(items, options);
  if (active) pick.activeItems = [active];
  return answerOf(pick, () => pick.activeItems[0]);
}

export interface PickManyOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Whether Enter goes on with nothing chosen; else it waits for a choice. */
  readonly mayBeNone?: boolean;
}

/** Asks for several of some things; those with `picked` are chosen already. Undefined for "not now". */
export function pickMany<T extends QuickPickItem>(
  items: readonly T[],
  { mayBeNone = false, ...options }: PickManyOptions,
): Promise<readonly T[] | undefined> {
  const pick = quickPick(items, options);
  pick.canSelectMany = true;
  pick.selectedItems = items.filter(item => item.picked === true);
  return answerOf(pick, () => (pick.selectedItems.length > 0 || mayBeNone ? pick.selectedItems : undefined));
}

function quickPick<T extends QuickPickItem>(
  items: readonly T[],
  { title, placeholder }: { readonly title: string; readonly placeholder: string },
): QuickPick<T> {
  const pick = window.createQuickPick<T>();
  return Object.assign(pick, { title, placeholder, ignoreFocusOut: true, items: [...items] });
}

function isItem({ kind }: QuickPickItem): boolean {
  return kind !== QuickPickItemKind.Separator;
}
