import type { Day } from '../time/day.ts';
import type { InboxItem } from './inboxItem.ts';

/** What wants the person now: what others ask of her, what they answered her, and what is due by today. The rest can wait as long as it likes. */
export function wantedNow(items: readonly InboxItem[], today: Day): readonly InboxItem[] {
  return items.filter(
    ({ group, due }) =>
      group === 'asked' || group === 'answered' || (group === 'goals' && due !== undefined && due <= today),
  );
}
