import type { Part } from './change.ts';
import type { Commit } from './commit.ts';

/** A commit as somebody wrote it down. */
export interface CommitName {
  /** The repository's short name; without one every repository is asked. */
  readonly repo?: string;
  /** At least seven digits of its hash. */
  readonly hash: string;
  /** Where it is the end of a range: the hash it begins with. Both ends count to it. */
  readonly from?: string;
  /** A file that should be in it, from the repository's top level on. */
  readonly path?: string;
}

/** What is known of a commit somebody wrote down. */
export type NamedCommit = FoundCommit | { readonly state: 'missing' | 'ambiguous' | 'noRepository' | 'cannotTell' };

/** A commit that is there. */
export interface FoundCommit {
  readonly state: 'found';
  readonly commit: Commit;
  /** Whether a branch leads to it, local or remote. */
  readonly isReachable: boolean;
  /** The part the person in question had in it, or in any commit of the range; absent where she had none. */
  readonly part?: Part;
  /** Whether the file is in it; absent where none was asked for, or nobody can tell. */
  readonly hasPath?: boolean;
  /** Of a commit no branch leads to: the others below it that share its fate, some dozens at most. */
  readonly lost?: readonly Commit[];
}
