import type { NotePath } from '../note/notePath.ts';
import type { Day } from '../time/day.ts';

/** The groups of the inbox, in the order they are shown. */
export const inboxGroups = ['asked', 'answered', 'promises', 'goals', 'meetings', 'waiting', 'later'] as const;
export type InboxGroup = (typeof inboxGroups)[number];

/** Something that waits for this person. Derived from the notes each time; nothing of it is stored beside them. */
export interface InboxItem {
  /** Stable while the same thing waits: `checkIn ada/checkout-under-200-ms`. */
  readonly key: string;
  /**
   * `asked` of me by somebody, `answered` by others and not read yet, `promises` I gave, about my own `goals`, my `meetings`,
   * `waiting` for others, put off to `later`.
   */
  readonly group: InboxGroup;
  /** What kind of thing it is, for its menu: `checkIn`, `allyWord`, `erosion`. */
  readonly kind: string;
  /** Words of notes and so of strangers: cleaned where they are shown. */
  readonly label: string;
  readonly detail?: string;
  /** A codicon's name. */
  readonly icon: string;
  /** The day it is wanted by; what is past it is marked so. */
  readonly due?: Day;
  readonly opens?: { readonly shelf: 'shared' | 'private'; readonly path: NotePath; readonly line?: number };
  /** The command a click runs, without `outloud.`; it is given `answers`. Else the click opens the note. */
  readonly command?: string;
  readonly answers?: Readonly<Record<string, unknown>>;
}
