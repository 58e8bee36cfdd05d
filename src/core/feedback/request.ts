import { listValue, present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayOfNote, dayValue } from '../note/noteDays.ts';
import { type Handle, ownerOf, type SharedPath, slugOf } from '../note/notePath.ts';
import { sectionsOf } from '../note/sections.ts';
import { handleCalled } from '../people/identity.ts';
import type { Member } from '../people/person.ts';
import type { Day } from '../time/day.ts';

/** Somebody asks for feedback: a note in the asker's own folder. */
export interface FeedbackRequest {
  /** As an answer names it: `ada/2026-11-19-outbox-design`. */
  readonly id: string;
  /** Whoever's folder it lies in, whatever the note says: nobody asks in somebody else's name. */
  readonly asker: Handle;
  readonly path: SharedPath;
  readonly title: string;
  /** Each once, as `team.md` has them. */
  readonly to: readonly Handle[];
  /** What it is about, as it was written: `shop main..outbox`, a file, a talk. */
  readonly about?: string;
  /** The kind of feedback that is wished for: `design`, `start-stop-continue`. */
  readonly kind?: string;
  readonly asked?: Day;
  readonly due?: Day;
  /** The day from which the asker no longer waits. */
  readonly closed?: Day;
}

/** The request a note is, told by its front matter alone; undefined for any other note, and for what is private or can't be read. */
export function requestOf(
  { type, path, title, head, isPrivate }: Note & { readonly path: SharedPath },
  team: readonly Member[] = [],
): FeedbackRequest | undefined {
  if (type !== 'feedback-request' || isPrivate) return undefined;
  const asker = ownerOf(path);
  if (asker === undefined) return undefined;
  const named = listValue(head['to']).map(called => handleCalled(called.replace(/^@/, ''), team));
  return {
    id: `${asker}/${slugOf(path)}`,
    asker,
    path,
    title,
    to: eachOnce(named),
    ...present('about', textValue(head['about'])),
    ...present('kind', textValue(head['kind'])),
    ...present('asked', dayOfNote({ head, path })),
    ...present('due', dayValue(head['due'])),
    ...present('closed', dayValue(head['closed'])),
  };
}

function eachOnce(handles: readonly Handle[]): readonly Handle[] {
  const known = new Set<string>();
  return handles.filter(handle => !known.has(handle.toLowerCase()) && known.add(handle.toLowerCase()));
}

/** The questions of a request: its headings of level two. An answer has the same ones. */
export function questionsOf(text: string): readonly string[] {
  return sectionsOf(text).flatMap(({ title }) => (title.trim() === '' ? [] : [title.trim()]));
}
