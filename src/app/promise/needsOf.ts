import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import { asksOf } from '../../core/meeting/asks.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { needItems, openNeeds, type OpenNeed, type SaidAsk } from '../../core/promise/openNeeds.ts';
import type { SaidPromise } from '../../core/promise/openPromises.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { profileOf } from '../people/profileOf.ts';
import { meetingDay, othersIn, notedWith, publishedWhere } from './promisesOf.ts';

/** What the person at the desk was refused, or asked for weeks ago in a one-to-one and heard nothing of. */
export async function needsOf(desk: Desk): Promise<readonly OpenNeed[]> {
  const { me, clock } = desk;
  const [asks, published, noted] = await Promise.all([asksAt(desk), publishedByOthers(desk), notedWith(desk)]);
  const isToHer = ({ by, to }: SaidPromise) =>
    to !== undefined && sameHandle(to, me.handle) && !sameHandle(by, me.handle);
  return openNeeds({ asks, promises: [...published, ...noted].filter(isToHer) }, clock.today());
}

/** Everything she says she needs, for her to choose from: what is refused or silent first, then what her profile says. */
export async function needsToMeet(desk: Desk): Promise<readonly string[]> {
  const [open, profile] = await Promise.all([needsOf(desk), profileOf(desk.notebook, desk.me.handle)]);
  return [...new Set([...open.map(({ text }) => text), ...(profile?.needs ?? [])])];
}

/** What offers another way in the inbox of the person at the desk. */
export async function needInbox(desk: Desk): Promise<readonly InboxItem[]> {
  return needItems(await needsOf(desk), handle => personCalled(handle, desk.team).name);
}

async function asksAt({ notebook, team }: Desk): Promise<readonly SaidAsk[]> {
  const meetings = (await notebook.private.notes()).filter(({ type }) => type === 'one-on-one');
  const asks = await Promise.all(
    meetings.map(async note => {
      const text = (await readIfThere(notebook.private, note.path)) ?? '';
      const said = { met: meetingDay(note), of: othersIn(note, team) };
      return asksOf(text).map(({ text: words, state, line }): SaidAsk => {
        return { ...said, text: words, state, place: { shelf: 'private', path: note.path, line } };
      });
    }),
  );
  return asks.flat();
}

function publishedByOthers({ notebook, me }: Desk): Promise<readonly SaidPromise[]> {
  return publishedWhere(notebook, owner => !sameHandle(owner, me.handle));
}
