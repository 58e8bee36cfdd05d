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
export interface CommittedVersion extends CommitWords {
  /** Null where the commit has no such file. */
  readonly text: string | null;
}

/** The versions of a file after a commit, the oldest first. */
export interface CommittedVersions {
  readonly versions: readonly CommittedVersion[];
  /** Whether they descend from that commit. After a rebase they may never have had what it had. */
  readonly descend: boolean;
}

/** What became of some lines along a file's versions: where the last of them has them, or with which commit they went. */
export type Track =
  | { readonly lines: Lines; readonly text: string }
  /** Without a commit where no version ever had them. */
  | { readonly lines?: never; readonly since?: CommitWords };

/**
 * Follows lines from version to version: small steps are followed further than one large one. Lines that went and came
 * back are there. After each version others may have their turn.
 */
export function* trackLines(
  before: string,
  lines: Lines,
  { versions, descend }: CommittedVersions,
): Generator<undefined, Track> {
  let last = { text: before, lines };
  let isThere = descend;
  let gone: { readonly since?: CommitWords } | undefined;
  for (const { text, hash, day, subject } of versions) {
    const found = text === null ? undefined : followLines(last.text, text, last.lines);
    if (found && text !== null) {
      last = { text, lines: found.lines };
      isThere = true;
      gone = undefined;
    } else gone ??= isThere ? { since: { hash, day, subject } } : {};
    yield;
  }
  return gone ?? last;
}
