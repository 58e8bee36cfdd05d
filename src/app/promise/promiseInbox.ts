import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { personCalled } from '../../core/people/identity.ts';
import { needItems } from '../../core/promise/openNeeds.ts';
import { promiseItems } from '../../core/promise/promiseItems.ts';
import type { Desk } from '../desk.ts';
import { meetingsOf } from './meetingsOf.ts';
import { needsOf } from './needsOf.ts';
import { ownPromises } from './promisesOf.ts';

/** What the person at the desk promised and neither kept nor declined, and what offers another way to what she asked for in vain. */
export async function promiseInbox(desk: Desk): Promise<readonly InboxItem[]> {
  const nameOf = (handle: string) => personCalled(handle, desk.team).name;
  const meetings = await meetingsOf(desk);
  const [promises, needs] = await Promise.all([ownPromises(desk, meetings), needsOf(desk, meetings)]);
  return [...promiseItems(promises, { today: desk.clock.today(), nameOf }), ...needItems(needs, nameOf)];
}
