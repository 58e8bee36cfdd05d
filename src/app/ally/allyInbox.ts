import { itemForAlly, itemsForOwner } from '../../core/ally/allyItems.ts';
import { isSame } from '../../core/ally/heldGoal.ts';
import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { Desk } from '../desk.ts';
import { heldGoalsOf, statesOf } from './heldGoalsOf.ts';

/** What her goals' allies and the goals she is an ally of ask of the person at the desk. */
export async function allyInbox(desk: Desk): Promise<readonly InboxItem[]> {
  const { own, asAlly } = await heldGoalsOf(desk);
  const nameOf = (handle: string) => personCalled(handle, desk.team).name;
  const seen = { today: desk.clock.today(), nameOf };
  return (await statesOf(desk, [...own, ...asAlly])).flatMap(state => {
    const { owner, allies } = state.goal;
    if (isSame(owner, desk.me.handle)) return itemsForOwner(state, seen);
    const me = allies.find(ally => isSame(ally, desk.me.handle)) ?? desk.me.handle;
    return [itemForAlly(state, me, seen)];
  });
}
