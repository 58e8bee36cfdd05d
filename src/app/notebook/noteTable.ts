import type { NotePath } from '../../core/note/notePath.ts';
import type { NoteFile } from '../ports.ts';
import type { IndexedNote } from '../shelf.ts';

/** One note of an index: the note, the file it was read from, and what its text looked like. */
export interface Known<P extends NotePath> {
  readonly file: NoteFile<P>;
  readonly note: IndexedNote<P>;
  /** A fingerprint of the text, where one was taken: equal prints mean nothing changed for a reader. */
  readonly print?: string;
}

/** The notes of one shelf, in the order of their paths. One change among many thousands copies an array and no more. */
export class NoteTable<P extends NotePath> {
  #known: readonly Known<P>[] = [];
  #notes: readonly IndexedNote<P>[] | undefined;

  get(path: P): Known<P> | undefined {
    const known = this.#known[positionOf(this.#known, path)];
    return known?.note.path === path ? known : undefined;
  }

  /** Everything known, in order. The answer is never changed afterwards. */
  get known(): readonly Known<P>[] {
    return this.#known;
  }

  /** Every note, in order. The answer is never changed afterwards. */
  get notes(): readonly IndexedNote<P>[] {
    this.#notes ??= this.#known.map(({ note }) => note);
    return this.#notes;
  }

  /** What is known below a prefix; all of it for an empty one. */
  below(prefix: string): readonly Known<P>[] {
    return prefix === '' ? this.#known : this.#known.slice(...this.#range(prefix));
  }

  /** From now on exactly these lie below the prefix. */
  replace(prefix: string, known: readonly Known<P>[]): void {
    const [start, end] = this.#range(prefix);
    const sorted = inOrder(known);
    this.#set(prefix === '' ? sorted : [...this.#known.slice(0, start), ...sorted, ...this.#known.slice(end)]);
  }

  /** Puts changed and new notes in their places and takes the gone ones out. */
  patch(changed: readonly Known<P>[], gone: readonly P[]): void {
    if (changed.length + gone.length > 200) {
      const paths = new Set([...gone, ...changed.map(({ note }) => note.path)]);
      this.#set(inOrder([...this.#known.filter(({ note }) => !paths.has(note.path)), ...changed]));
      return;
    }
    const known = [...this.#known];
    for (const path of gone) splice(known, path);
    for (const one of changed) splice(known, one.note.path, one);
    this.#set(known);
  }

  #set(known: readonly Known<P>[]): void {
    this.#known = known;
    this.#notes = undefined;
  }

  #range(prefix: string): [number, number] {
    return [positionOf(this.#known, prefix), positionOf(this.#known, `${prefix}\uffff`)];
  }
}

/** Notes come in order from the disk, which this finds out in one look; else it sorts. */
function inOrder<P extends NotePath>(known: readonly Known<P>[]): readonly Known<P>[] {
  const isSorted = known.every(({ note }, i) => i === 0 || (known[i - 1]?.note.path ?? '') < note.path);
  return isSorted ? known : known.toSorted((a, b) => (a.note.path < b.note.path ? -1 : 1));
}

function splice<P extends NotePath>(sorted: Known<P>[], path: P, ...known: Known<P>[]): void {
  const at = positionOf(sorted, path);
  sorted.splice(at, sorted[at]?.note.path === path ? 1 : 0, ...known);
}

/** Where a path stands, or would stand. */
function positionOf(sorted: readonly Known<NotePath>[], path: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.note.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
