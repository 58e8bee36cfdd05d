import type { SharedPath } from '../../core/note/notePath.ts';
import type { MergedNote } from '../../core/share/mergeNote.ts';
import type { NoteState } from '../../core/share/noteState.ts';

/**
 * How the notes of one home get into git: a folder of the branch that is checked out, a repository of their own, or a branch of
 * their own beside the work tree. It never uses the network.
 */
export interface NoteSharing {
  /**
   * Where the notes stand. Nothing is changed, and no program of the repository's is run.
   *
   * @throws SharingRefused where nothing can be shared from here now
   */
  look(question: SharingQuestion): Promise<SharingStatus>;
  /** A note's text in the last commit; undefined where it has none, or no text. */
  committedText(path: SharedPath): Promise<string | undefined>;
  /** The same of many at once: those that have one. */
  committedTexts(paths: readonly SharedPath[]): Promise<ReadonlyMap<SharedPath, string>>;
  /**
   * Commits exactly these notes and answers the commit's hash. What else is changed or staged stays as it is, byte for byte; the
   * person's hooks run and her signature is given, as if she had committed it herself.
   *
   * @throws SharingRefused where nothing was committed, and the notes are where they were
   */
  commit(commit: NotesCommit): Promise<string>;
  /** What a push would publish, by what was fetched last. @throws SharingRefused where there is nowhere to push to */
  publication(question: PublicationQuestion): Promise<Publication>;
  /**
   * Joins the commits that are not published with the branch they go to, as it was fetched last, and answers the commit to be
   * pushed. The branch, the index and the work tree stay as they are. What both sides changed in a note is merged.
   *
   * @param choices what she chose before; one whose sides have moved on counts no more
   * @throws SharingRefused `conflict` with the file's path where a person must choose, and its sides where it is a note; `moved`
   * where another commit or branch is checked out by now than would be published
   */
  join(publication: Publication, choices?: readonly NoteChoice[]): Promise<string>;
  /** The branch of a remote that this one will go into some day; undefined where it is that one, or there is none. */
  target(remote: string): Promise<Target | undefined>;
  /**
   * Whether no forge could merge this branch into its target any more, by what was fetched last, and only because of notes that we
   * can merge. Undefined where there is nothing to do for us.
   */
  parting(target: Target, mayShare: (path: string) => boolean): Promise<Parting | undefined>;
  /** Answers the commit in which both come together, to be pushed. The branch, the index and the work tree stay as they are. */
  meet(parting: Parting): Promise<string>;
  /**
   * After a push: moves the branch to the commit that was pushed, and the work tree with it.
   *
   * @returns false where other changes of hers are in the way: then all stays as it is, and her next pull does it
   */
  follow(commit: string): Promise<boolean>;
}

export interface PublicationQuestion {
  /** Whether a note may be shared by this person. */
  readonly mayShare: (path: string) => boolean;
  /** Whether a note with this text is private; undefined stands for what is no text. Whoever pushes asks this. */
  readonly isPrivate?: (path: string, text: string | undefined) => boolean;
  /** Of several remotes the one a branch that was never published goes to. */
  readonly remote?: string;
}

/** Where the commits of a branch go, and what they are. */
export interface Publication {
  readonly remote: string;
  /** Its address, as git pushes to it but for a name and a secret in it: the person is told where it changed. */
  readonly address: string;
  /** The last commit here. */
  readonly head: string;
  /** The remote's name for the branch: `main`. */
  readonly branch: string;
  /** The branch here: `refs/heads/main`. */
  readonly from: string;
  /** The branch was never published, and will follow the remote's from now on. */
  readonly isFirst: boolean;
  /** What a pull would join the branch with, and how the person has it configured: `refs/remotes/origin/main`. */
  readonly pull: { readonly from: string; readonly by: 'rebase' | 'merge' };
  /** Whether there is anything to push. */
  readonly isNeeded: boolean;
  /** Subjects of the commits that hold anything but notes of hers. */
  readonly others: readonly string[];
  /** The notes in them that are private, as they stood there or by now: from the repository's top level on. */
  readonly privates: readonly string[];
}

/** Where pull requests go: `main` of `origin`. */
export interface Target {
  readonly remote: string;
  readonly branch: string;
  /** The branch of this clone that remembers it. */
  readonly tracking: string;
}

/** Two branches on which notes of one person have grown apart. */
export interface Parting {
  readonly target: Target;
  /** The branch here: `outbox`. */
  readonly branch: string;
  readonly head: string;
  readonly tip: string;
  /** Both together. */
  readonly tree: string;
  /** The notes that were in the way, from the repository's top level on. */
  readonly notes: readonly string[];
}

/** A note of which two clones changed the same lines. */
export interface NoteClash {
  /** From the repository's top level on. */
  readonly path: string;
  /** Before both changed it; empty where both made it. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** What can be merged of it, and the places where she must choose. */
  readonly merged: MergedNote;
}

/** What a person made of the two sides of a note. */
export interface NoteChoice extends Pick<NoteClash, 'path' | 'ours' | 'theirs'> {
  readonly text: string;
}

export interface SharingQuestion {
  /** The notes on the disk that may be shared. */
  readonly notes: readonly SharedPath[];
  /** Whether a note that is gone from the disk may be taken from the others too. */
  readonly mayShare: (path: string) => boolean;
  readonly signal?: AbortSignal;
}

/** What git says of a home. */
export interface SharingStatus {
  /** The branch the notes would be committed on: `main`. */
  readonly branch: string;
  /** The last commit's hash; undefined before the first one. */
  readonly head: string | undefined;
  /** Every note that was asked for, and those that are gone from the disk. */
  readonly states: readonly NoteState[];
}

/** A commit to be made. */
export interface NotesCommit {
  /** The text each note shall have; undefined takes it away. They were read and judged: nothing is read from the disk again. */
  readonly notes: ReadonlyMap<SharedPath, string | undefined>;
  /** A subject, and a body below an empty line. */
  readonly message: string;
  /** The branch and its last commit these were compared with. Where another is checked out by now, nothing is committed. */
  readonly branch: string;
  readonly head: string | undefined;
  readonly signal?: AbortSignal;
}

/** Why nothing can be shared now. Words for it belong to `editor`. */
export type SharingObstacle =
  | 'no-repository'
  | 'no-git'
  | 'unsafe'
  | 'merging'
  | 'rebasing'
  | 'picking'
  | 'bisecting'
  | 'unmerged'
  | 'locked'
  | 'detached'
  | 'no-identity'
  | 'hook'
  | 'hook-changed'
  | 'signature'
  | 'moved'
  | 'failed'
  | PublishingObstacle;

/** Why notes that are committed did not get further. */
export type PublishingObstacle =
  | 'no-remote'
  | 'choose-remote'
  | 'no-upstream'
  | 'rejected'
  | 'protected'
  | 'turned-down'
  | 'offline'
  | 'no-access'
  | 'other-changes'
  | 'conflict'
  | 'push-hook'
  | 'no-editor-git'
  | 'not-pushed';

/** Nothing was shared, or not to the end; the notes are where they were. */
export class SharingRefused extends Error {
  override readonly name = 'SharingRefused';
  readonly why: SharingObstacle;
  /** A name that belongs into the sentence: a hook's, a branch's, a remote's. A stranger's words: shown as a plain label only. */
  readonly detail: string;
  /** Of a `conflict` in a note: what she is to choose between. */
  readonly clash: NoteClash | undefined;

  constructor(why: SharingObstacle, detail = '', options: ErrorOptions & { readonly clash?: NoteClash } = {}) {
    super(why, options);
    this.why = why;
    this.detail = detail;
    this.clash = options.clash;
  }
}

/** Whether something thrown is a {@link SharingRefused}, from whichever part. */
export function isSharingRefused(error: unknown): error is SharingRefused {
  return error instanceof Error && error.name === 'SharingRefused';
}
