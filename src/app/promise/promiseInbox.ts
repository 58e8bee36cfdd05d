import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { personCalled } from '../../core/people/identity.ts';
import { promiseItems } from '../../core/promise/promiseItems.ts';
import type { Desk } from '../desk.ts';
import { ownPromises } from './promisesOf.ts';

/** What the person at the desk promised and neither kept nor declined. */
export async function promiseInbox(desk: Desk): Promise<readonly InboxItem[]> {
  const nameOf = (handle: string) => personCalled(handle, desk.team).name;
  return promiseItems(await ownPromises(desk), { today: desk.clock.today(), nameOf });
}
