import type { NotePath } from '../../core/note/notePath.ts';
import type { Known } from './noteTable.ts';
import type { NoteFile } from '../ports.ts';

/** What an index and the files on disk have in common, and what not. */
export interface Comparison<P extends NotePath> {
  /** Known as they are. */
  readonly same: Known<P>[];
  /** To be read: new, or moved on. */
  readonly moved: NoteFile<P>[];
  /** Known, but not there any more. */
  readonly gone: P[];
}

/** Goes through what is known and what is there side by side: both come in the order of their paths. */
export class SideBySide<P extends NotePath> implements Comparison<P> {
  readonly same: Known<P>[] = [];
  readonly moved: NoteFile<P>[] = [];
  readonly gone: P[] = [];
  readonly #known: readonly Known<P>[];
  #next = 0;

  constructor(known: readonly Known<P>[]) {
    this.#known = known;
  }

  /** The next file that is there. */
  meet(file: NoteFile<P>): void {
    const known = this.#advanceTo(file.path);
    if (known === undefined || !isSameFile(known.file, file)) this.moved.push(file);
    else this.same.push(known);
  }

  /** There are no more files. */
  end(): Comparison<P> {
    for (; this.#next < this.#known.length; this.#next += 1) this.#miss(this.#known[this.#next]);
    return this;
  }

  #advanceTo(path: P): Known<P> | undefined {
    for (; this.#next < this.#known.length; this.#next += 1) {
      const known = this.#known[this.#next];
      if (known?.note.path === path) {
        this.#next += 1;
        return known;
      }
      if (known !== undefined && known.note.path > path) return undefined;
      this.#miss(known);
    }
    return undefined;
  }

  #miss(known: Known<P> | undefined): void {
    if (known !== undefined) this.gone.push(known.note.path);
  }
}

function isSameFile(a: NoteFile, b: NoteFile): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.inode === b.inode;
}
