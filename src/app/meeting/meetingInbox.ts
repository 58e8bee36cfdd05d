import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { kindsOfMeeting } from '../../core/meeting/kinds.ts';
import type { OneOnOne } from '../../core/meeting/oneOnOne.ts';
import { compareText } from '../../core/note/compareText.ts';
import { addDays, type Day } from '../../core/time/day.ts';
import { dayWords, weekdayWords } from '../../core/time/dayWords.ts';
import type { Desk } from '../desk.ts';
import { meetingPartners, type MeetingPartner } from './meetingPartners.ts';

/** So many days before a meeting it is offered to be prepared. */
const daysAhead = 2;
/** For so many days the last meeting is still shown. */
const daysBehind = 56;

/**
 * The meetings of the person at the desk, for nobody else: what she prepared, what the team's cadence wants soon, and the last note with each.
 * They lie on her private shelf, so that nobody else's inbox can know of them.
 */
export async function meetingInbox(
  desk: Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>,
): Promise<readonly InboxItem[]> {
  const today = desk.clock.today();
  const partners = await meetingPartners(desk);
  const ahead = partners.flatMap(partner => aheadOf(partner, today)).toSorted((a, b) => compareText(a.day, b.day));
  const behind = partners.flatMap(({ person, last }) =>
    last && last.day >= addDays(today, -daysBehind) ? [lastItem(last, person.name, today)] : [],
  );
  return [...ahead.map(({ item }) => item), ...behind];
}

function aheadOf({ person, prepared, next }: MeetingPartner, today: Day): { day: Day; item: InboxItem }[] {
  const common = { group: 'meetings', kind: 'meeting' } as const;
  if (prepared) {
    const { day, kind, path } = prepared;
    const label = `${kindsOfMeeting[kind].title} with ${person.name}`;
    const item = {
      ...common,
      key: `meeting ${path}`,
      label,
      detail: whenWords(day, today),
      icon: 'comment-discussion',
    };
    return [{ day, item: { ...item, opens: { shelf: 'private', path } } }];
  }
  if (next === undefined || next > addDays(today, daysAhead)) return [];
  const item: InboxItem = {
    ...common,
    key: `prepareMeeting ${person.handle} ${next}`,
    kind: 'prepareMeeting',
    label: `Prepare your one-to-one with ${person.name}`,
    detail: whenWords(next, today),
    icon: 'edit',
    command: 'prepareOneOnOne',
    answers: { with: person.handle, date: next, kind: 'regular' },
  };
  return [{ day: next, item }];
}

function lastItem({ path, day, kind }: OneOnOne, name: string, today: Day): InboxItem {
  return {
    key: `lastMeeting ${path}`,
    group: 'meetings',
    kind: 'meeting',
    label: `Last time with ${name}`,
    detail: [dayWords(day, today), ...(kind === 'regular' ? [] : [kindsOfMeeting[kind].title.toLowerCase()])].join(
      ' · ',
    ),
    icon: 'history',
    opens: { shelf: 'private', path },
  };
}

function whenWords(day: Day, today: Day): string {
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : weekdayWords(day, today);
}
