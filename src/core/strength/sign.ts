import { listValue, textValue } from '../note/headValues.ts';
import type { Note, NoteType } from '../note/note.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { personCalled } from '../people/identity.ts';
import type { Member } from '../people/person.ts';
import { parseDay, type Day } from '../time/day.ts';

/** A note that shows what somebody is good at, and can stand beside a strength as its example. */
export interface Sign {
  readonly kind: 'win' | 'learning' | 'thanks' | 'feedback';
  readonly path: SharedPath;
  readonly title: string;
  readonly day: Day;
  /** Whose note it is: hers, or that of who thanks or answers her. */
  readonly by: Handle;
  /** Its skills and tags. */
  readonly words: readonly string[];
}

/**
 * What others can read of a person's strengths, newest first: her wins and learnings, the thanks that name her and the answers she was
 * given. Told by the front matter alone; no private note is among them.
 */
export function signsOf(
  notes: readonly (Note & { readonly path: SharedPath })[],
  me: Handle,
  team: readonly Member[],
): readonly Sign[] {
  const signs = notes.flatMap(note => signOf(note, me, team));
  return signs.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

const shows: ReadonlySet<unknown> = new Set<NoteType>(['win', 'learning', 'thanks', 'feedback-answer']);

function signOf(
  { type, path, title, head, isPrivate }: Note & { readonly path: SharedPath },
  me: Handle,
  team: readonly Member[],
): readonly Sign[] {
  if (isPrivate || !shows.has(type)) return [];
  const by = /^people\/([^/]+)\//.exec(path)?.[1];
  const day = parseDay(textValue(head['date']) ?? '') ?? parseDay(/\/(\d{4}-\d{2}-\d{2})-[^/]*$/.exec(path)?.[1] ?? '');
  if (by === undefined || day === undefined) return [];
  const words = [...listValue(head['skills']), ...listValue(head['tags'])];
  const sign = (kind: Sign['kind']) => [{ kind, path, title, day, by, words }];
  if (type === 'win' || type === 'learning') return by === me ? sign(type) : [];
  if (type === 'thanks') return by !== me && isTo(listValue(head['to']), me, team) ? sign('thanks') : [];
  const isAnswered = textValue(head['request'])?.split('/')[0]?.toLowerCase() === me.toLowerCase();
  return type === 'feedback-answer' && by !== me && isAnswered ? sign('feedback') : [];
}

function isTo(named: readonly string[], me: Handle, team: readonly Member[]): boolean {
  return named.some(name => personCalled(name, team).handle.toLowerCase() === me.toLowerCase());
}
