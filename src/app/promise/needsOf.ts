import { asksOf } from '../../core/meeting/asks.ts';
import { openNeeds, type OpenNeed, type SaidAsk } from '../../core/promise/openNeeds.ts';
import type { Profile } from '../../core/people/profile.ts';
import type { Desk } from '../desk.ts';
import { profileOf } from '../people/profileOf.ts';
import { meetingsOf, type NotedMeeting } from './meetingsOf.ts';
import { promisedTo } from './promisesOf.ts';

/**
 * What the person at the desk was refused, or asked for weeks ago in a one-to-one or in her profile and heard nothing of. A need of her
 * profile without a day is never too old.
 *
 * @param meetings her one-to-ones, where they were read already
 */
export async function needsOf(desk: Desk, meetings?: readonly NotedMeeting[]): Promise<readonly OpenNeed[]> {
  const read = meetings ?? (await meetingsOf(desk));
  const [promises, profile] = await Promise.all([promisedTo(desk, read), profileOf(desk.notebook, desk.me.handle)]);
  const asks = [...read.flatMap(asksAt), ...(profile ? needsAt(profile) : [])];
  return openNeeds({ asks, promises }, desk.clock.today());
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

function needsAt({ needs, neededSince, path }: Profile): readonly SaidAsk[] {
  return needs.flatMap((text): SaidAsk[] => {
    const met = neededSince.get(text);
    return met === undefined ? [] : [{ text, state: 'open', met, of: [], place: { shelf: 'shared', path, line: 1 } }];
  });
}
