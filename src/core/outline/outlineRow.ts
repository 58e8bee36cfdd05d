import type { NotePath } from '../note/notePath.ts';

/** A row of a tree in the sidebar, as data: one provider shows them all, and a test reads it as text. */
export interface OutlineRow {
  readonly label: string;
  readonly detail?: string;
  readonly tooltip?: string;
  /** What it is, in a word for those who hear the row: `step`, `key result`. */
  readonly kind?: string;
  /** A codicon's name. */
  readonly icon?: string;
  readonly opens?: { readonly shelf: 'shared' | 'private'; readonly path: NotePath; readonly line?: number };
  /** The command a click runs, without `outloud.`; it is given `answers`. Else a click opens the note. */
  readonly command?: string;
  readonly checked?: boolean;
  /** For menus: `goal`, `step`, `entry`, `trailer`. Several words with a space between them are told apart by `=~ /\\bword\\b/`. */
  readonly context?: string;
  /** What the row stands for, stable while it does and unlike its neighbours': a goal's slug, a trailer's key. Else its label. */
  readonly key?: string;
  /** What a command on this row is given. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** May be a getter where the row is folded: then they are made once somebody opens it, and there is at least one. */
  readonly rows?: readonly OutlineRow[];
  /** Its rows wait for a click, however few they are. */
  readonly folded?: boolean;
}
