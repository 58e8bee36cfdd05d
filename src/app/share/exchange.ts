import type { Publication } from './noteSharing.ts';

/** The way to the others and back, with the person's own credentials. Nothing is ever forced. */
export interface Exchange {
  /** Asks a remote what is new on a branch. @throws SharingRefused `offline`, `no-access` */
  fetch(remote: string, branch: string): Promise<void>;
  /**
   * Pushes one commit to one branch of a remote, and nothing else.
   *
   * @throws SharingRefused `rejected` where others were faster, `protected`, `turned-down`, `offline`, `no-access`, `push-hook`
   */
  push(parcel: Parcel): Promise<void>;
  /**
   * Joins the branch that is checked out with what was fetched, in the person's own work tree.
   *
   * @throws SharingRefused `conflict` where she is to choose now, `other-changes` where it could not begin
   */
  pull(pull: Publication['pull']): Promise<void>;
}

/** What is pushed. */
export interface Parcel {
  readonly remote: string;
  /** A commit's hash; a whole branch (`refs/heads/main`) where that shall follow the remote's from now on. */
  readonly source: string;
  /** The remote's name for the branch. */
  readonly branch: string;
  /** Whether the branch follows the remote's from now on. */
  readonly isFirst: boolean;
}
