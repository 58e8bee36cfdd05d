import { listValue, present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayOfNote, dayValue } from '../note/noteDays.ts';
import { type Handle, ownerOf, type SharedPath } from '../note/notePath.ts';
import { handleCalled } from '../people/identity.ts';
import type { Member } from '../people/person.ts';
import type { Day } from '../time/day.ts';

/** What somebody answered to a request, or told another without being asked: a note in the folder of whoever gives it. */
export interface FeedbackAnswer {
  /** Whoever's folder it lies in, whatever the note says. */
  readonly by: Handle;
  readonly path: SharedPath;
  readonly title: string;
  /** The request it answers, as {@link FeedbackRequest.id}. */
  readonly request?: string;
  /** Instant feedback names whom it is for. */
  readonly to: readonly Handle[];
  readonly about?: string;
  readonly given?: Day;
  /** The day it was declined on: then it holds a line of why, and no answers. */
  readonly declined?: Day;
}

/** The answer a note is, told by its front matter alone; undefined for any other note, and for what is private or can't be read. */
export function answerOf(
  { type, path, title, head, isPrivate }: Note & { readonly path: SharedPath },
  team: readonly Member[] = [],
): FeedbackAnswer | undefined {
  if (type !== 'feedback-answer' || isPrivate) return undefined;
  const by = ownerOf(path);
  if (by === undefined) return undefined;
  return {
    by,
    path,
    title,
    ...present('request', textValue(head['request'])),
    to: listValue(head['to']).map(called => handleCalled(called.replace(/^@/, ''), team)),
    ...present('about', textValue(head['about'])),
    ...present('given', dayOfNote({ head, path })),
    ...present('declined', dayValue(head['declined'])),
  };
}
