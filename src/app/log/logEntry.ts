import type { Entry } from '../../core/log/entry.ts';
import { entryPath, printEntry, type EntryPlace } from '../../core/log/entryNote.ts';
import type { Desk } from '../desk.ts';

/**
 * Writes one entry of the log as a note of its own, and answers the shelf it lies on and where. A private one goes to
 * the private shelf and nowhere else; a taken name is never written over.
 *
 * @throws WriteFailed with the text kept in it.
 */
export async function logLearning(desk: Pick<Desk, 'notebook' | 'me'>, entry: Entry): Promise<EntryPlace> {
  const { shared, private: own } = desk.notebook;
  const place = entryPath(entry, desk.me.handle);
  const text = printEntry(entry);
  return place.shelf === 'private'
    ? { shelf: 'private', path: await own.create(place.path, text) }
    : { shelf: 'shared', path: await shared.create(place.path, text) };
}
