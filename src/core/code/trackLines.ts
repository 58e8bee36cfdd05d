import type { Lines } from '../log/sameLines.ts';
import type { Day } from '../time/day.ts';
import { followLines } from './followLines.ts';

/** A commit as it is told of: its words are a stranger's. */
export interface CommitWords {
  /** Whole hash. */
  readonly hash: string;
  /** The author's day, where she was. */
  readonly day: Day;
  readonly subject: string;
}

/** A file as a commit left it. */
export interface FileVersion extends CommitWords {
  /** Null where the commit has no such file. */
  readonly text: string | null;
}

/** What became of some lines along a file's versions. */
export type Track =
  { readonly lines: Lines; readonly text: string } | { readonly lines?: never; readonly since: CommitWords };

/**
 * Follows lines from version to version, the oldest first: small steps are followed further than one large one. Lines that
 * went and came back are there; else it says with which version they went.
 */
export function trackLines(before: string, lines: Lines, versions: readonly FileVersion[]): Track {
  let last = { text: before, lines };
  let since: CommitWords | undefined;
  for (const { text, hash, day, subject } of versions) {
    const found = text === null ? undefined : followLines(last.text, text, last.lines);
    if (found && text !== null) {
      last = { text, lines: found.lines };
      since = undefined;
    } else since ??= { hash, day, subject };
  }
  return since ? { since } : last;
}
