import type { InboxItem } from '../core/inbox/inboxItem.ts';
import type { Desk } from './desk.ts';

/** Finds what waits for the person at the desk, in one corner of the notebook. */
export type InboxSource = (desk: Desk) => Promise<readonly InboxItem[]>;

/** Every corner that is looked into. */
const sources: readonly InboxSource[] = [];

/** Everything that waits for the person at the desk. */
export async function inboxOf(desk: Desk): Promise<readonly InboxItem[]> {
  return (await Promise.all(sources.map(source => source(desk)))).flat();
}
