import { compareText } from '../note/compareText.ts';
import { listValue, textValue } from '../note/headValues.ts';
import type { Note, NoteType } from '../note/note.ts';
import { dayOfNote } from '../note/noteDays.ts';
import { type Handle, ownerOf, type SharedPath } from '../note/notePath.ts';
import { handleCalled } from '../people/identity.ts';
import type { Member } from '../people/person.ts';
import type { Day } from '../time/day.ts';

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
  const known = new Map<string, boolean>(); // the same few names stand in thousands of notes
  const isMe = (name: string) => {
    const said = known.get(name) ?? handleCalled(name, team).toLowerCase() === me.toLowerCase();
    known.set(name, said);
    return said;
  };
  const signs = notes.flatMap(note => signOf(note, me, isMe));
  return signs.toSorted((a, b) => compareText(b.day, a.day));
}

const shows: ReadonlySet<unknown> = new Set<NoteType>(['win', 'learning', 'thanks', 'feedback-answer']);

function signOf(
  { type, path, title, head, isPrivate }: Note & { readonly path: SharedPath },
  me: Handle,
  isMe: (name: string) => boolean,
): readonly Sign[] {
  if (isPrivate || !shows.has(type)) return [];
  const by = ownerOf(path);
  const kind = by === undefined ? undefined : kindOf(type, { isMine: by === me, head, me, isMe });
  if (by === undefined || kind === undefined) return [];
  const day = dayOfNote({ head, path });
  const words = [...listValue(head['skills']), ...listValue(head['tags'])];
  return day === undefined ? [] : [{ kind, path, title, day, by, words }];
}

/** What a note says of her: by her own hand, or by somebody else's who thanks or answers her. */
function kindOf(
  type: Note['type'],
  { isMine, head, me, isMe }: { isMine: boolean; head: Note['head']; me: Handle; isMe: (name: string) => boolean },
): Sign['kind'] | undefined {
  if (type === 'win' || type === 'learning') return isMine ? type : undefined;
  if (isMine) return undefined;
  if (type === 'thanks') return listValue(head['to']).some(isMe) ? 'thanks' : undefined;
  const asked = textValue(head['request'])?.split('/')[0] ?? '';
  return asked.toLowerCase() === me.toLowerCase() ? 'feedback' : undefined;
}
