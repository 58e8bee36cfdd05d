import type { Span } from '../note/problem.ts';

/** What a name in a note may be the name of. */
export type MentionKind = 'goal' | 'skill' | 'objective' | 'vision' | 'person' | 'tag' | 'request' | 'note' | 'commit';

/**
 * How a name stands in a note: as a value of the front matter, inside brackets there (`[a, b]`), behind a mark of the body
 * (`goal:`, `#`), as the address of a link, or as plain words.
 */
export type MentionForm = 'head' | 'flow' | 'mark' | 'link' | 'words';

/** One place of a note that names something else. What it names may not exist. */
export interface Mention {
  readonly kind: MentionKind;
  /** The name as it is meant, without quotes and escapes: `checkout-under-200-ms`, `../goals/async-rust.md`, `shop 4f1c2a9`. */
  readonly name: string;
  readonly form: MentionForm;
  /** The name as it is written, its quotes included; the sign before it (`#`, `goal:`) is not. */
  readonly at: Span;
}

/** The first mention of these that a place lies in or touches. */
export function mentionAt(mentions: readonly Mention[], offset: number): Mention | undefined {
  return mentions.find(({ at }) => at.start <= offset && offset <= at.end);
}
