import type { Note } from '../core/note/note.ts';
import type { NotePath, PrivatePath, SharedPath } from '../core/note/notePath.ts';
import type { TextEdit } from '../core/note/textEdit.ts';
import type { NotebookPlace } from './ports.ts';

/** A note as the index knows it. */
export interface IndexedNote<P extends NotePath = NotePath> extends Note {
  readonly path: P;
}

/** One folder of notes with an index that is kept current. */
export interface Shelf<P extends NotePath> {
  /** Every note, once the first index is made; sorted by path. Later calls answer at once. */
  notes(signal?: AbortSignal): Promise<readonly IndexedNote<P>[]>;
  /** What the index knows of one note. */
  note(path: P): Promise<IndexedNote<P> | undefined>;
  read(path: P): Promise<string>;
  /** Reads several as they are saved, in slices. See {@link NoteFiles.readAll}. */
  readAll(
    paths: readonly P[],
    signal?: AbortSignal,
  ): AsyncIterable<{ readonly path: P; readonly text: string | Error }>;
  /** Writes a new note, at the next free name where the wanted one is taken. */
  create(wanted: P, text: string): Promise<P>;
  /**
   * Changes a note, or makes it where it is absent. See {@link NoteFiles.update}.
   *
   * @throws Failure where its front matter can't be read, or two versions meet in it: such a note is never written.
   */
  update(path: P, change: (text: string | undefined) => readonly TextEdit[]): Promise<void>;
  locate(path: P): string;
  pathOf(file: string): P | undefined;
  /** Something outside changed these files (absolute paths; a folder means everything below; none: look at all again). */
  changed(files?: readonly string[]): void;
  /** Called after the index changed, with the paths in question. Answers how to stop. */
  onChange(listener: (paths: readonly P[]) => void): () => void;
}

/** A team's notebook and the private notes of this person beside it. */
export interface Notebook {
  readonly place: NotebookPlace;
  readonly shared: Shelf<SharedPath>;
  readonly private: Shelf<PrivatePath>;
}
