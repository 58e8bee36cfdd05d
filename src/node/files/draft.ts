import { applyEdits, type TextEdit } from '../../core/note/textEdit.ts';
import { textOf, type NoteBytes } from './readNoteBytes.ts';

export type Change = (text: string | undefined) => readonly TextEdit[];

/** What a note will be: a change applied to the note as it was last seen, and applied again when it was seen anew. */
export class Draft {
  readonly #change: Change;
  #base: NoteBytes | undefined;
  #isMade = false;
  #failure: { readonly error: unknown } | undefined;
  /** The whole text to be written. */
  text = '';
  /** Whether the change leaves the note as it is. */
  isUnchanged = false;

  constructor(change: Change) {
    this.#change = change;
  }

  get base(): NoteBytes | undefined {
    return this.#base;
  }

  set base(seen: NoteBytes | undefined) {
    if (this.#isMade && isSame(seen, this.#base)) return;
    this.#base = seen;
    this.#isMade = true;
    const before = seen === undefined ? undefined : textOf(seen.bytes);
    const edits = this.#edits(before);
    this.isUnchanged = edits.length === 0;
    this.text = applyEdits(before ?? '', edits);
  }

  /** An error of who asked for the change is handed on as it is. */
  isToBlameFor(error: unknown): boolean {
    return this.#failure?.error === error;
  }

  #edits(before: string | undefined): readonly TextEdit[] {
    try {
      return this.#change(before);
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}

function isSame(a: NoteBytes | undefined, b: NoteBytes | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.bytes.equals(b.bytes) && a.stat.mode === b.stat.mode;
}
