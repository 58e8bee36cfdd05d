import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { allyInbox } from '../ally/allyInbox.ts';
import type { Desk } from '../desk.ts';
import { watchInbox } from '../erosion/erosionInbox.ts';
import { meetingInbox } from '../meeting/meetingInbox.ts';
import { promiseInbox } from '../promise/promiseInbox.ts';
import { strengthInbox } from '../strength/strengthsOf.ts';
import { surveyInbox } from '../survey/surveyInbox.ts';

/** Finds what waits for the person at the desk, in one corner of the notebook. */
export type InboxSource = (desk: Desk) => Promise<readonly InboxItem[]>;

/** What waits, and what was thrown where a corner could not be looked into. */
export interface Inbox {
  readonly items: readonly InboxItem[];
  readonly failures: readonly unknown[];
}

/** Every corner that is looked into. */
export const inboxSources: readonly InboxSource[] = [
  allyInbox,
  watchInbox,
  strengthInbox,
  surveyInbox,
  promiseInbox,
  meetingInbox,
];

/** Everything that waits for the person at the desk. A corner that can't be looked into empties none of the others. */
export async function inboxOf(desk: Desk, corners: readonly InboxSource[] = inboxSources): Promise<Inbox> {
  const looked = await Promise.allSettled(corners.map(async source => source(desk)));
  return {
    items: looked.flatMap(look => (look.status === 'fulfilled' ? look.value : [])),
    failures: looked.flatMap(look => (look.status === 'rejected' ? [look.reason as unknown] : [])),
  };
}
