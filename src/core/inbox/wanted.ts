import type { Day } from '../time/day.ts';
import type { InboxItem } from './inboxItem.ts';

/** What wants the person now: what others ask of her or answered her, and what is due by today of her promises and goals. The rest can wait as long as it likes. */
export function wantedNow(items: readonly InboxItem[], today: Day): readonly InboxItem[] {
  return items.filter(({ group, due }) => {
    if (group === 'asked' || group === 'answered') return true;
    return (group === 'goals' || group === 'promises') && due !== undefined && due <= today;
  });
}
