import { codeEntryOf, type CodeEntry } from '../../core/code/codeEntry.ts';
import { newestFirst } from '../../core/log/loggedEntry.ts';
import type { Handle, NotePath } from '../../core/note/notePath.ts';
import type { Notebook } from '../shelf.ts';

/** The entries of a notebook that were made at code, found by the file they name. */
export interface EntriesByCode {
  readonly all: readonly CodeEntry[];
  /** Those whose path is the end of this absolute path. Which repository the file is in is not known here. */
  naming(file: string): readonly CodeEntry[];
  /** The one that is this note. */
  at(path: NotePath, shelf: 'shared' | 'private'): CodeEntry | undefined;
}

/**
 * What this reader may see: everybody's shared entries, and her own private ones.
 *
 * @param me whose eyes they are; nobody's private notes are shown where that is not known
 * @param pause gives others their turn, now and then
 */
export async function entriesByCode(
  notebook: Notebook,
  me: Handle | undefined,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<EntriesByCode> {
  const [shared, own] = await Promise.all([notebook.shared.notes(), notebook.private.notes()]);
  const inTeam: CodeEntry[] = [];
  for (const [index, note] of shared.entries()) {
    if (index % 1000 === 999) await pause();
    const entry = codeEntryOf(note, { shelf: 'shared', path: note.path });
    if (entry) inTeam.push(entry);
  }
  const readable = inTeam.filter(({ by, isPrivate }) => by !== undefined && (!isPrivate || by === me));
  const mine = own.flatMap(note => codeEntryOf(note, { shelf: 'private', path: note.path }) ?? []);
  const all = newestFirst([...readable, ...mine.map(entry => ({ ...entry, by: me, isPrivate: true }))]);
  const byPath = new Map<string, CodeEntry[]>();
  await pause();
  for (const entry of all) {
    const known = byPath.get(entry.code.path);
    if (known) known.push(entry);
    else byPath.set(entry.code.path, [entry]);
  }
  return {
    all,
    naming(file) {
      if (byPath.size === 0) return [];
      const parts = file.split(/[\\/]/);
      return parts.flatMap((_, start) => byPath.get(parts.slice(start).join('/')) ?? []);
    },
    at: (path, shelf) => all.find(({ place }) => place.path === path && place.shelf === shelf),
  };
}
