import { listValue } from '../../core/note/headValues.ts';
import { dayOfNote } from '../../core/note/noteDays.ts';
import type { Handle, PrivatePath } from '../../core/note/notePath.ts';
import { handleCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import type { IndexedNote } from '../shelf.ts';

/** The words of a one-to-one as the person at the desk noted them. */
export interface NotedMeeting {
  readonly path: PrivatePath;
  readonly met: Day;
  readonly others: readonly Handle[];
  readonly text: string;
}

/** Her own one-to-ones with somebody, or with anybody, as far as they can be read. Each is read once: hand them on to whoever needs them. */
export async function meetingsOf(
  { notebook, team }: Pick<Desk, 'notebook' | 'team'>,
  other?: Handle,
): Promise<readonly NotedMeeting[]> {
  const notes = (await notebook.private.notes()).filter(({ type }) => type === 'one-on-one');
  const read = await Promise.all(
    notes.map(async note => {
      const others = othersIn(note, team);
      if (other !== undefined && !others.some(handle => sameHandle(handle, other))) return [];
      const text = await readIfThere(notebook.private, note.path);
      return text === undefined ? [] : [{ path: note.path, met: meetingDay(note), others, text }];
    }),
  );
  return read.flat();
}

/** Whom the note of a one-to-one says she met. */
export function othersIn({ head }: Pick<IndexedNote, 'head'>, team: Desk['team']): readonly Handle[] {
  return listValue(head['with']).map(name => handleCalled(name, team));
}

/** The day of a one-to-one: its own key, else the one in its name. */
function meetingDay({ head, path }: Pick<IndexedNote, 'head' | 'path'>): Day {
  return dayOfNote({ head, path }) ?? '0001-01-01';
}
