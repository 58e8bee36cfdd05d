import type { HeadReader } from '../../core/note/note.ts';
import type { PrivatePath, SharedPath } from '../../core/note/notePath.ts';
import { indexedShelf, type ShelfOptions } from './indexedShelf.ts';
import type { Cache, NotebookHome, NotebookPlace, NoteFiles } from '../ports.ts';
import type { Notebook } from '../shelf.ts';

/** What a notebook is opened with. */
export interface OpenNotebookOptions {
  readonly home: NotebookHome;
  /** The notes of the place, as they are on disk or in an open editor. */
  readonly sharedFiles: (place: NotebookPlace) => NoteFiles<SharedPath>;
  /** The private notes beside them. */
  readonly privateFiles: (folder: string, place: NotebookPlace) => NoteFiles<PrivatePath>;
  readonly yaml: () => Promise<HeadReader>;
  /** Keeps the index of the shared notes; no word of a private note is ever kept outside its folder. */
  readonly cache?: Cache;
  /** See {@link ShelfOptions.pause}. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Settles in at a place and opens both shelves of its notebook. Nothing is read before it is asked for. */
export async function openNotebook(place: NotebookPlace, options: OpenNotebookOptions): Promise<Notebook> {
  const { home, yaml, cache, pause } = options;
  const { privateFolder } = await home.settle(place);
  const common: ShelfOptions = { yaml, ...(pause && { pause }) };
  const cached: ShelfOptions = cache ? { ...common, cache, cacheKey: `notes ${place.folder}` } : common;
  return {
    place,
    shared: indexedShelf(options.sharedFiles(place), cached),
    private: indexedShelf(options.privateFiles(privateFolder, place), common),
  };
}
