import type { NotePath } from '../core/note/notePath.ts';
import type { NoteFile } from './ports.ts';
import type { IndexedNote } from './shelf.ts';

/** One note of an index: the note, the file it was read from, and what its text looked like. */
export interface Known<P extends NotePath> {
  readonly file: NoteFile<P>;
  readonly note: IndexedNote<P>;
  /** A fingerprint of the text, where one was taken: equal prints mean nothing changed for a reader. */
  readonly print?: number;
}

/** The notes of one shelf by path and in order. One change among many thousands copies an array and no more. */
export class NoteTable<P extends NotePath> {
  readonly #known = new Map<P, Known<P>>();
  #sorted: readonly IndexedNote<P>[] = [];

  get(path: P): Known<P> | undefined {
    return this.#known.get(path);
  }

  /** How many notes are known. */
  get size(): number {
    return this.#known.size;
  }

  /** Every note, sorted by path. The answer is never changed afterwards. */
  get sorted(): readonly IndexedNote<P>[] {
    return this.#sorted;
  }

  /** Takes notes in without putting them in order: {@link replace} does that once their files have been seen. */
  remember(known: Known<P>): void {
    this.#known.set(known.note.path, known);
  }

  /** The paths that begin with a prefix; all of them for an empty one. */
  below(prefix: string): readonly P[] {
    if (prefix === '') return [...this.#known.keys()];
    return this.#sorted.slice(...this.#range(prefix)).map(note => note.path);
  }

  /** From now on exactly these lie below the prefix, each of them known already. */
  replace(prefix: string, paths: readonly P[]): void {
    const found: IndexedNote<P>[] = [];
    for (const path of paths) {
      const known = this.#known.get(path);
      if (known !== undefined) found.push(known.note);
    }
    const notes = inOrder(found);
    const [start, end] = this.#range(prefix);
    this.#sorted = prefix === '' ? notes : [...this.#sorted.slice(0, start), ...notes, ...this.#sorted.slice(end)];
  }

  forget(paths: readonly P[]): void {
    for (const path of paths) this.#known.delete(path);
  }

  /** Puts changed and new notes in their places and takes the gone ones out. */
  patch(changed: readonly Known<P>[], gone: readonly P[]): void {
    for (const known of changed) this.remember(known);
    this.forget(gone);
    if (changed.length + gone.length > 500) {
      this.#sorted = inOrder([...this.#known.values()].map(({ note }) => note));
      return;
    }
    const sorted = [...this.#sorted];
    for (const path of gone) splice(sorted, path);
    for (const { note } of changed) splice(sorted, note.path, note);
    this.#sorted = sorted;
  }

  #range(prefix: string): [number, number] {
    return [positionOf(this.#sorted, prefix), positionOf(this.#sorted, `${prefix}\uffff`)];
  }
}

/** Notes come sorted from the disk, which this finds out in one look; else it sorts. */
function inOrder<P extends NotePath>(notes: readonly IndexedNote<P>[]): readonly IndexedNote<P>[] {
  const isSorted = notes.every((note, i) => i === 0 || (notes[i - 1]?.path ?? '') < note.path);
  return isSorted ? notes : notes.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function splice<P extends NotePath>(sorted: IndexedNote<P>[], path: P, ...notes: IndexedNote<P>[]): void {
  const at = positionOf(sorted, path);
  sorted.splice(at, sorted[at]?.path === path ? 1 : 0, ...notes);
}

/** Where a path stands, or would stand. */
function positionOf(sorted: readonly { readonly path: string }[], path: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
