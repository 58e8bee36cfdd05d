import type { Day, EpochSeconds } from '../core/time/day.ts';
import type { TimeWindow } from '../core/time/calendar.ts';
import type { NotePath } from '../core/note/notePath.ts';
import type { TextEdit } from '../core/note/textEdit.ts';
import type { CommittedVersions } from '../core/code/trackLines.ts';
import type { Ident } from '../core/people/person.ts';
import type { EarlierCommit } from '../core/reviewer/pastWork.ts';
import type { Commit, Forge, HistoryNotice, RepositoryInfo } from '../core/work/commit.ts';
import type { CommitName, NamedCommit } from '../core/work/namedCommit.ts';

/** Something to be let go of. */
export interface Disposable {
  dispose(): void;
}

/** What time it is, and where. The only source of "now". */
export interface Clock {
  now(): EpochSeconds;
  /** The day it is for the person. */
  today(): Day;
  /** IANA time zone of the person. */
  readonly zone: string;
}

/** The notes of one folder on disk (the notebook's, or the private one), read and written as SAFETY.md asks. */
export interface NoteFiles<P extends NotePath> {
  /**
   * Every markdown file below the folder, without reading any, sorted by path; hidden folders, links and repositories
   * are passed over. With `below` (`people/ada/`, forward slashes, ending in one) only what lies in that sub-folder.
   */
  list(signal?: AbortSignal, below?: string): AsyncIterable<readonly NoteFile<P>[]>;
  /**
   * The text of a note, as the person sees it: where it is open in an editor, what stands there.
   *
   * @throws NoteRefused where it is no safe note (too large, not UTF-8, a link, outside the folder).
   */
  read(path: P): Promise<string>;
  /** Reads several for the index, in slices that leave the event loop room; what can't be read comes as its error. */
  readAll(
    paths: readonly P[],
    signal?: AbortSignal,
  ): AsyncIterable<{ readonly path: P; readonly text: string | Error }>;
  /** One file's stat, or undefined where there is none (any more). */
  stat(path: P): Promise<NoteFile<P> | undefined>;
  /**
   * Writes a new note and answers where it went: the wanted path, or the next free one (`…-2.md`). Never a taken one.
   *
   * @throws WriteFailed with the text kept in it, in a sentence for the person.
   */
  create(wanted: P, text: string): Promise<P>;
  /**
   * Changes a note, or makes it where it is absent (`change` then gets undefined and the text is the whole note).
   * `change` may be called again where the note moved meanwhile. Nothing is written where it answers no edits.
   *
   * @throws WriteFailed with the text kept in it, in a sentence for the person.
   */
  update(path: P, change: (text: string | undefined) => readonly TextEdit[]): Promise<void>;
  /** Where a note is, as an absolute path of this machine. */
  locate(path: P): string;
  /** The note at an absolute path, or undefined where that is no note of this folder. */
  pathOf(file: string): P | undefined;
}

export interface NoteFile<P extends NotePath = NotePath> {
  readonly path: P;
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly mtime: number;
  readonly inode: number;
}

/** A place where a notebook is, or could be. */
export interface NotebookPlace {
  /** `branch`: a branch of the code's repository for notes alone, checked out outside the code and always in sight. */
  readonly kind: 'here' | 'repository' | 'own' | 'branch';
  /** Absolute path of the notes folder. */
  readonly folder: string;
  /** As it is offered to the person: `shop/notes`. */
  readonly label: string;
  /** Top level of the repository that holds it, where one does. */
  readonly repository?: string;
  /** Of a notes branch: top level of the code it belongs to, and its name. */
  readonly code?: string;
  readonly branch?: string;
  /** Of a notes branch: somebody made it, here or at the remote. */
  readonly isMade?: boolean;
  readonly exists: boolean;
}

/** Finds the notebook, wherever it lives. */
export interface NotebookHome {
  /** The notebooks that exist; the one of the active editor's repository first. A pinned one is the only one. */
  found(): Promise<readonly NotebookPlace[]>;
  /** What is offered where there is none yet; the first is what Enter takes. */
  choices(): Promise<readonly NotebookPlace[]>;
  /** Makes the folder of a place where it is not there yet, and remembers nothing. */
  make(place: NotebookPlace): Promise<void>;
  /** Makes the folder where needed, remembers the choice, and answers the notebook's id: its repository's first root commit, or a hash of its place. */
  settle(place: NotebookPlace): Promise<Settled>;
  /** Where the notes of this notebook could be kept instead; a notes branch that others have already comes first. */
  elsewhere(place: NotebookPlace): Promise<readonly NotebookPlace[]>;
  /** After the notes went from one place to another: looks there for them from now on. Private notes go along where they have to. */
  moved(from: NotebookPlace, to: NotebookPlace): Promise<void>;
}

/** A notebook's id, and where the private notes beside it lie. */
export interface Settled {
  readonly id: string;
  readonly privateFolder: string;
}

/** What git knows. Only there where the workspace is trusted and git is found. */
export interface History {
  /** The repositories of the workspace, each once, worktrees and submodules too. */
  repositories(signal?: AbortSignal): Promise<readonly RepositoryInfo[]>;
  /** `user.name` and `user.email` of every repository and of the user, after the mailmap; the most local first. */
  identities(signal?: AbortSignal): Promise<readonly Ident[]>;
  /**
   * Every commit of all local and remote branches with an author date in the window that one of these addresses
   * authored, co-authored, reviewed or acknowledged; no merges. Oldest first. Twins are not yet recognised.
   */
  commits(query: HistoryQuery): Promise<HistoryAnswer>;
  /** `git patch-id --stable` of these commits, by hash. Empty commits have none. */
  patchIds(repo: string, hashes: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /** Where a file of the work tree belongs. */
  anchor(file: string): Promise<FilePlace | undefined>;
  /** Who last changed these lines, counted from 1 (`git blame`, on HEAD's contents). The most lines first. */
  authorsOf(file: string, lines: readonly [number, number]): Promise<readonly Ident[]>;
  /**
   * The texts a file had in the commits that lead to HEAD, newest first, followed through renames: one for each commit that changed it
   * since a moment, and the one they found there. The file on disk is not looked at. Empty where git knows nothing of it.
   */
  versionsOf(file: string, query?: VersionsQuery): Promise<readonly FileVersion[]>;
  /** What is known of commits somebody wrote down, in the order they were asked for. Nothing of it is fetched. */
  commitsNamed(query: NamedCommitsQuery): Promise<readonly NamedCommit[]>;
  /** What became of the files around this one since older commits; undefined where it lies in no repository, or nothing is committed. */
  filesPast(file: string): Promise<FilesPast | undefined>;
  /** What a range of commits brings, or the branch that is checked out; undefined where its ends are not known, or it brings nothing. */
  rangeOfWork(query: RangeQuery): Promise<RangeOfWork | undefined>;
  /** Who did and reviewed what before some work, as far as it can be read in a few seconds. Newest first, without merges. */
  workBefore(query: WorkBeforeQuery): Promise<WorkBefore>;
}

export interface RangeQuery {
  /** Any folder or file of the work tree. */
  readonly place: string;
  /** `main..outbox`, `v1.2..HEAD~2`, a branch (from where it left the main line), a commit; absent for the branch that is checked out. */
  readonly range?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Some commits that belong together, as git names them. */
export interface RangeOfWork {
  readonly repository: RepositoryInfo;
  /** Both ends as people name them: `main` and `outbox`; of one commit, the short hashes. */
  readonly from: string;
  readonly to: string;
  /** Where the work began: the last commit before it. Whole hashes. */
  readonly base: string;
  readonly head: string;
  /** The newest first, without merges, at most two hundred. */
  readonly commits: readonly WorkCommit[];
  /** What it changes, sorted by path; at most a thousand. */
  readonly files: readonly string[];
  /** Whether a remote had all of it when it was last asked: then links to it lead somewhere. */
  readonly isPushed: boolean;
}

export interface WorkCommit {
  readonly hash: string;
  readonly subject: string;
  readonly author: Ident;
  readonly authored: EpochSeconds;
}

export interface WorkBeforeQuery {
  /** Any folder or file of the work tree. */
  readonly place: string;
  /** Work of these commits is not looked at: they are what is asked about. */
  readonly range?: Pick<RangeOfWork, 'base' | 'head' | 'commits'> | undefined;
  /** Whose lines are asked for: of the range what it changes, else these. */
  readonly file?: { readonly path: string; readonly lines?: readonly [number, number] | undefined } | undefined;
  readonly since: EpochSeconds;
  readonly signal?: AbortSignal | undefined;
}

/** What is known of the people around some work. All people as the mailmap names them. */
export interface WorkBefore {
  readonly commits: readonly EarlierCommit[];
  /** Who wrote how many of the lines in question. Never shown. */
  readonly lines: readonly { readonly author: Ident; readonly lines: number }[];
  /** What stands in files of code owners, by place. */
  readonly codeOwners: ReadonlyMap<string, string>;
  /** Where the repository lives, if that is known. */
  readonly forge?: Forge;
}

export interface NamedCommitsQuery {
  readonly commits: readonly CommitName[];
  /** Whose part in them is asked for; lower-case. */
  readonly emails: readonly string[];
  readonly signal?: AbortSignal;
}

/** A file in a commit. */
export interface CommittedPath {
  /** At least seven letters of its hash. */
  readonly commit: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
}

/** What became of the files of one work tree, as seen from the commit that is checked out. */
export interface FilesPast {
  /** The repository's short name. */
  readonly repo: string;
  /** Absolute path of the work tree. */
  readonly root: string;
  /** The commit that is checked out: a whole hash. */
  readonly head: string;
  /** The file as that commit has it; undefined where the commit or the file is not there, or no text. */
  textAt(place: CommittedPath): Promise<string | undefined>;
  /** How these files are called now: only those that are no longer where they were and were renamed since. */
  renamed(places: readonly CommittedPath[], signal?: AbortSignal): Promise<readonly Renamed[]>;
  /** The commits after this one that changed the file, oldest first, across its renames. The last hundred where there are more. */
  versionsSince(place: CommittedPath): Promise<CommittedVersions>;
  /** The files of HEAD that hold this line, at most ten; where there are more, the line tells nothing and there are none. */
  holding(line: string): Promise<readonly { readonly path: string; readonly text: string }[]>;
}

export interface Renamed {
  readonly from: CommittedPath;
  readonly to: string;
}

/** A file of a work tree, as its repository knows it. */
export interface FilePlace {
  readonly repository: RepositoryInfo;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
  /** HEAD's whole hash; undefined before the first commit. */
  readonly head: string | undefined;
  /** The file as it is in HEAD; null where HEAD has no such file, absent where it was not read (too large, no text). */
  readonly text?: string | null;
}

export interface VersionsQuery {
  /** Only commits from this moment on. */
  readonly since?: EpochSeconds;
  /** How many texts at most. Default 30. */
  readonly most?: number;
  readonly signal?: AbortSignal;
}

/** What a file once was. */
export interface FileVersion {
  /** The commit that has this text. */
  readonly hash: string;
  readonly text: string;
  /** When that commit was written; absent for the text that stood there before. */
  readonly authored?: EpochSeconds;
  /** When the next text took its place; absent for the newest. */
  readonly until?: EpochSeconds;
}

export interface HistoryQuery {
  readonly window: TimeWindow;
  /** Lower-case. */
  readonly emails: readonly string[];
  readonly signal?: AbortSignal;
  /** Told now and then with how many commits were looked at. */
  readonly progress?: (seen: number) => void;
}

export interface HistoryAnswer {
  readonly commits: readonly Commit[];
  readonly notices: readonly HistoryNotice[];
}

/** A small store of what can be made anew; what is not there is undefined, and a torn one is dropped. */
export interface Cache {
  load(key: string): Promise<Uint8Array | undefined>;
  save(key: string, value: Uint8Array): Promise<void>;
}
