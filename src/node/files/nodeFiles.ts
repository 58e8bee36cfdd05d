import { NoteRefused } from '../../app/failure.ts';
import type { NoteFile, NoteFiles } from '../../app/ports.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { codeOf, realDisk, type Disk } from './disk.ts';
import type { Change } from './draft.ts';
import { FolderRefused, Folders, isReadablePath, parentOf } from './folders.ts';
import { listNotes, noteFileAt } from './listNotes.ts';
import { NoteReader } from './noteReader.ts';
import { NoteWriter } from './noteWriter.ts';

export interface NodeFilesOptions {
  /** A folder above the root, such as the repository's top level: no link may lead from there to the root either. */
  readonly from?: string;
  /** Private notes can be read by their owner only. */
  readonly isPrivate?: boolean;
  /** Asked before each write; throws a Failure where this folder must not be written in (any more). */
  readonly mayWrite?: () => void;
  /** The disk, where it is not this machine's. */
  readonly disk?: Disk;
}

/** The notes below a folder of this machine, read and written as SAFETY.md §3 and §4 ask. */
export function nodeFiles<P extends NotePath>(root: string, options: NodeFilesOptions = {}): NoteFiles<P> {
  return new NodeFiles<P>(root, options);
}

class NodeFiles<P extends NotePath> implements NoteFiles<P> {
  readonly #disk: Disk;
  readonly #folders: Folders;
  readonly #reader: NoteReader;
  readonly #writer: NoteWriter;

  constructor(
    root: string,
    { from, isPrivate = false, mayWrite = () => undefined, disk = realDisk }: NodeFilesOptions,
  ) {
    this.#disk = disk;
    this.#folders = new Folders(root, disk, { mode: isPrivate ? 0o700 : 0o777, ...(from !== undefined && { from }) });
    this.#reader = new NoteReader(disk, this.#folders);
    const rights = isPrivate ? { mode: 0o600, kept: 0o700 } : { mode: 0o666, kept: 0o7777 };
    this.#writer = new NoteWriter(disk, this.#folders, this.#reader, { ...rights, mayWrite });
  }

  list(signal?: AbortSignal, below = ''): AsyncIterable<readonly NoteFile<P>[]> {
    return listNotes<P>(this.#disk, this.#folders, below, signal);
  }

  read(path: P): Promise<string> {
    return this.#reader.read(path);
  }

  readAll(
    paths: readonly P[],
    signal?: AbortSignal,
  ): AsyncIterable<{ readonly path: P; readonly text: string | Error }> {
    return this.#reader.readAll(paths, signal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- so that what it throws is a rejection
  async stat(path: P): Promise<NoteFile<P> | undefined> {
    if (!isReadablePath(path)) return undefined;
    try {
      this.#folders.enter(parentOf(path));
      return noteFileAt<P>(this.#disk, this.#folders.locate(path), path);
    } catch (error) {
      if (error instanceof FolderRefused || codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async create(wanted: P, text: string): Promise<P> {
    return (await this.#writer.create(wanted, text)) as P;
  }

  update(path: P, change: Change): Promise<void> {
    return this.#writer.update(path, change);
  }

  locate(path: P): string {
    if (!isReadablePath(path))
      throw new NoteRefused(`${path} is no path of a note. Choose another name.`, path, 'outside');
    return this.#folders.locate(path);
  }

  pathOf(file: string): P | undefined {
    return this.#folders.pathOf(file) as P | undefined;
  }
}
