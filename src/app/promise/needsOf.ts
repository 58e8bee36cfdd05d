import { asksOf } from '../../core/meeting/asks.ts';
import { openNeeds, type OpenNeed, type SaidAsk } from '../../core/promise/openNeeds.ts';
import type { Desk } from '../desk.ts';
import { profileOf } from '../people/profileOf.ts';
import { meetingsOf, type NotedMeeting } from './meetingsOf.ts';
import { promisedTo } from './promisesOf.ts';

/**
 * What the person at the desk was refused, or asked for weeks ago in a one-to-one and heard nothing of.
 *
 * @param meetings her one-to-ones, where they were read already
 */
export async function needsOf(desk: Desk, meetings?: readonly NotedMeeting[]): Promise<readonly OpenNeed[]> {
  const read = meetings ?? (await meetingsOf(desk));
  return openNeeds({ asks: read.flatMap(asksAt), promises: await promisedTo(desk, read) }, desk.clock.today());
}

/** Everything she says she needs, for her to choose from: what is refused or silent first, then what her profile says. */
export async function needsToMeet(desk: Desk): Promise<readonly string[]> {
  const [open, profile] = await Promise.all([needsOf(desk), profileOf(desk.notebook, desk.me.handle)]);
  return [...new Set([...open.map(({ text }) => text), ...(profile?.needs ?? [])])];
}

function asksAt({ text, met, others, path }: NotedMeeting): readonly SaidAsk[] {
  return asksOf(text).map(({ text: words, state, line }): SaidAsk => {
    return { met, of: others, text: words, state, place: { shelf: 'private', path, line } };
  });
}
