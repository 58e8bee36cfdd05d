import { isCalled } from '../note/appendItem.ts';
import { listItemsOf } from '../note/listItems.ts';
import { plainWords } from '../markdown/plainWords.ts';
import type { Handle } from '../note/notePath.ts';
import { personCalled } from '../people/identity.ts';
import { sameHandle } from '../people/leads.ts';
import type { Member } from '../people/person.ts';
import { autonomyHeadings } from './autonomySupport.ts';

/** Somebody who is in a meeting. */
export interface Participant {
  readonly handle: Handle;
  readonly name: string;
  /** Whether she speaks for the person who asked for the meeting. */
  readonly isAdvocate: boolean;
}

/**
 * Who is named below the heading of a meeting's note, each once: `- @lin`, `- Sam · advocate`. Other words of a line are not taken up, so
 * that nothing private leaves with a name.
 *
 * @param team only its members and handles with an `@` count as somebody
 */
export function participantsOf(text: string, team: readonly Member[]): readonly Participant[] {
  const named = listItemsOf(text)
    .filter(({ section = '', parent }) => parent === undefined && isCalled(section, autonomyHeadings.participants))
    .flatMap(({ words }) => participantIn(plainWords(words), team) ?? []);
  return named.filter(({ handle }, index) => named.findIndex(other => sameHandle(other.handle, handle)) === index);
}

function participantIn(words: string, team: readonly Member[]): Participant | undefined {
  const [first = '', ...parts] = words.split(/\s*(?:[·,:;–—]|\s-\s)\s*/u);
  const handle = /@([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/u.exec(words)?.[1];
  const bare = first
    .replace(/\s*\(.*$/s, '')
    .replace(/^(?:my )?advocate\s+/i, '')
    .trim();
  const called =
    handle ?? (isMember(bare, team) ? bare : parts.map(part => part.trim()).find(part => isMember(part, team)));
  if (called === undefined) return undefined;
  const { handle: who, name } = personCalled(called, team);
  return { handle: who, name, isAdvocate: /\badvocate\b/i.test(words) };
}

function isMember(called: string, team: readonly Member[]): boolean {
  const lower = called.toLowerCase();
  return team.some(({ handle, name }) => handle.toLowerCase() === lower || name?.toLowerCase() === lower);
}
