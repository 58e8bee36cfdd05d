import type { Day } from '../time/day.ts';
import type { EntryType } from '../note/note.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { CommitLink } from '../work/piece.ts';

/** The place in the code an entry came from. */
export interface CodeAnchor {
  /** The repository's short name, as in `repo: shop`. */
  readonly repo?: string;
  /** The commit whose lines these are, abbreviated for the note; `permalink` holds the whole hash. */
  readonly commit?: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  /** The first and last line, counted from 1. */
  readonly lines?: readonly [number, number];
  readonly permalink?: string;
  /** The lines are not in that commit as they were selected: the permalink is the file's, without lines. */
  readonly changed?: boolean;
}

/** One entry of the log as the person gave it, before it is a note. */
export interface Entry {
  readonly type: EntryType;
  /** Her words without the marks; the first sentence is the title, the rest the body. */
  readonly text: string;
  readonly day: Day;
  readonly tags: readonly string[];
  readonly skills: readonly string[];
  readonly goal?: string;
  readonly private: boolean;
  readonly anchor?: CodeAnchor;
  /** The commit whose trailer said it, where it came from one. */
  readonly from?: CommitLink;
  /** The note of somebody else it was learned from. */
  readonly source?: { readonly title: string; readonly path: SharedPath };
  /** For thanks: who is thanked, a handle or a name, several joined by commas. For help: whom she asks. */
  readonly to?: string;
  /** For waste: the minutes it cost. */
  readonly minutes?: number;
}
