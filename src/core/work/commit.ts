import type { EpochSeconds } from '../time/day.ts';
import type { Ident } from '../people/person.ts';

/** One repository whose history is read. */
export interface RepositoryInfo {
  /** Short name for people: the folder's name, made unique in the window. */
  readonly name: string;
  /** Absolute path of the work tree. */
  readonly root: string;
  /** The web address of the first known forge among its remotes: `https://github.com/a/b`, without an end slash. */
  readonly forge?: Forge;
}

/** A forge we know the addresses of. */
export interface Forge {
  readonly kind: 'github' | 'gitlab' | 'bitbucket' | 'gitea' | 'sourcehut' | 'azure';
  /** `https://host/owner/name` without an end slash. */
  readonly url: string;
}

/** How much a commit changed. Only its author may see this (`outloud.summarizeWork`). */
export interface FileChange {
  readonly path: string;
  /** Undefined for binary files and where the clone has no contents. */
  readonly added?: number;
  readonly deleted?: number;
}

/** How a commit got into the main line. */
export interface MergedBy {
  readonly merge: string;
  /** The merge's subject. */
  readonly subject: string;
  /**
   * What the merge's body says first: a forge's first line, which is the pull request's title, or the first paragraph of a
   * merge by hand as one line of at most 240 characters.
   */
  readonly title?: string;
}

/** One commit somebody had a part in, as plain data. Its text is from strangers: escape it before showing it. */
export interface Commit {
  readonly repo: string;
  /** Whole hash. */
  readonly hash: string;
  readonly parents: readonly string[];
  readonly author: Ident;
  /** Author date. */
  readonly authored: EpochSeconds;
  readonly committed: EpochSeconds;
  /** The forge itself committed it, when somebody pressed its merge button. */
  readonly byForge?: boolean;
  /** At most 240 columns. */
  readonly subject: string;
  /** At most 4,000 characters of the rest of the message. */
  readonly body: string;
  /** Trailers in the order written; keys lower-case: `co-authored-by`, `reviewed-by`, `learned`, `goal`, `thanks`. */
  readonly trailers: readonly { readonly key: string; readonly value: string }[];
  readonly files: readonly FileChange[];
  readonly mergedBy?: MergedBy;
  /** The topic branch it is only on, without the remote's name; absent once it is on the main line. */
  readonly branch?: string;
  /** It was made on the main line itself: no merge brought it. */
  readonly isDirect?: boolean;
  /** `git patch-id --stable`, only where twins were possible and it was asked for. */
  readonly patchId?: string;
}

/** What stood in the way of a whole answer. */
export interface HistoryNotice {
  readonly repo: string;
  readonly code:
    | 'shallow'
    | 'blobless'
    | 'treeless'
    | 'no-commits'
    | 'reftable'
    | 'unreadable'
    | 'git-missing'
    | 'git-too-old'
    | 'unsafe'
    | 'cut';
  readonly detail?: string;
}
