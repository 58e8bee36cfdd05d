import type { NotePath } from '../note/notePath.ts';

/** A row of a tree in the sidebar, as data: one provider shows them all, and a test reads it as text. */
export interface OutlineRow {
  readonly label: string;
  readonly detail?: string;
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon?: string;
  readonly opens?: { readonly shelf: 'shared' | 'private'; readonly path: NotePath; readonly line?: number };
  readonly checked?: boolean;
  /** For menus: `goal`, `step`, `entry`, `trailer`. */
  readonly context?: string;
  /** What the row stands for, where a command on it needs to know: a trailer's key. */
  readonly key?: string;
  readonly rows?: readonly OutlineRow[];
}
