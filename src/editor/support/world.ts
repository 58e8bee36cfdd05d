import type { Clock, History, NotebookHome, NotebookPlace, NoteFiles } from '../../app/ports.ts';
import type { PrivateLook } from '../../app/places/notePlaces.ts';
import type { MovingFiles } from '../../app/share/carryNotes.ts';
import type { NoteSharing } from '../../app/share/noteSharing.ts';
import type { Notebook } from '../../app/shelf.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';

/** The ports as this machine has them. Each part is loaded when it is first asked for, so that starting costs nothing. */
export interface World {
  readonly clock: Clock;
  /** Where notebooks are, and where one could be. */
  home(window: WindowPlaces): Promise<NotebookHome>;
  /** Opens a notebook and the private notes beside it. */
  open(place: NotebookPlace, options: OpenOptions): Promise<Notebook>;
  yaml(): Promise<HeadReader>;
  history(options: HistoryOptions): Promise<History>;
  /** What a move of notes does to files. */
  moving(folders: MovingFolders): Promise<MovingFiles>;
  /** How the notes of a notebook get into git. Never asked for in Restricted Mode. */
  sharing(place: NotebookPlace, options: HistoryOptions): Promise<NoteSharing>;
  /** What there is to know about a folder of private notes on this machine. */
  lookAtPrivate(folder: string): Promise<PrivateLook>;
  /** Takes the rights of others away from a folder of private notes. */
  closeToOthers(folder: string): Promise<void>;
  /** Runs one of the extension's own scripts beside everything else. */
  runScript(file: string, args: readonly string[]): Promise<void>;
}

export interface OpenOptions {
  readonly home: NotebookHome;
  /** Where the extension may keep what can be made anew. */
  readonly storage: string;
  /** Told where others could look into the folder of private notes until one was written. */
  readonly wasOpen: (folder: string) => void;
  /** How the files are seen and changed: through the editors they are open in. */
  readonly through: <P extends NotePath>(files: NoteFiles<P>) => NoteFiles<P>;
}

/** The folders of a move: where notes are taken from, and where they go. */
export interface MovingFolders {
  readonly from: string;
  readonly to: string;
}

/** What a window says about where notebooks could be. Asked anew each time. */
export interface WindowPlaces {
  /** Absolute paths of the workspace's folders. */
  folders(): readonly string[];
  /** The file in front of the person, if any. */
  activeFile(): string | undefined;
  /** `outloud.notesFolder` as it is set for a folder. */
  notesFolder(folder: string): string;
  /** `outloud.notesBranch` as it is set for a folder. */
  notesBranch(folder: string): string;
  /** `outloud.notebook`: the name of the one that is meant, or empty. */
  pinned(): string;
  /** `outloud.privateFolder`, or empty for the default. */
  privateFolder(): string;
  /** Where the extension may keep what it remembers. */
  readonly storage: string;
  /** Whether git may be started. */
  trusted(): boolean;
  /** The git the person set for this machine, if any. */
  gitPath(): string | undefined;
}

export interface HistoryOptions {
  folders(): readonly string[];
  readonly storage: string;
  readonly gitPath?: string;
  log(line: string): void;
}
