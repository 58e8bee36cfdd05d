import { setTimeout as wait } from 'node:timers/promises';
import type { NotePath } from '../../core/note/notePath.ts';
import { sweep } from './atomicWrite.ts';
import type { Disk } from './disk.ts';
import { isReadablePath, parentOf, type Folders } from './folders.ts';
import { BytesRefused, largestNote, readNoteBytes, textOf, type NoteBytes } from './readNoteBytes.ts';
import { notRead } from './sentences.ts';
import { Slice, Turns } from './slice.ts';

/** Reads notes one by one for a person, and by the thousand for the index. */
export class NoteReader {
  readonly #disk: Disk;
  readonly #folders: Folders;
  readonly #turns = new Turns();
  /** Made when thousands are read, so that not each of them needs its own. */
  #buffer: Buffer | undefined;

  constructor(disk: Disk, folders: Folders) {
    this.#disk = disk;
    this.#folders = folders;
  }

  /** Whoever asks for hundreds at once leaves the event loop room between them. */
  async read(path: NotePath): Promise<string> {
    await this.#turns.next();
    try {
      return textOf((await this.bytesOf(path)).bytes);
    } catch (error) {
      throw notRead(error, path);
    }
  }

  async *readAll<P extends NotePath>(
    paths: readonly P[],
    signal: AbortSignal | undefined,
  ): AsyncIterable<{ readonly path: P; readonly text: string | Error }> {
    this.#buffer ??= Buffer.allocUnsafe(largestNote);
    const slice = new Slice();
    let seen = new Set<string>();
    for (const path of paths) {
      if (slice.isOver) {
        await slice.rest(signal);
        seen = new Set(); // a folder may have become a link while others had their turn
      }
      yield { path, text: this.#textAtOnce(path, seen) ?? (await this.read(path).catch(asError)) };
    }
  }

  /** The text without waiting, or why not; undefined where waiting a little may help. */
  #textAtOnce(path: NotePath, seen: Set<string>): string | Error | undefined {
    try {
      return textOf(this.#bytesNow(path, seen, this.#buffer).bytes);
    } catch (error) {
      return error instanceof BytesRefused && error.inode !== undefined ? undefined : notRead(error, path);
    }
  }

  /**
   * A note's bytes. A file with two names may be a note whose writer is just giving it its name: waits for that, and
   * removes the other name where the writer ended in the middle.
   *
   * @throws BytesRefused or FolderRefused where it is no safe note; the system's error otherwise.
   */
  async bytesOf(path: NotePath): Promise<NoteBytes> {
    for (let n = 0; ; n += 1)
      try {
        return this.#bytesNow(path);
      } catch (error) {
        if (!(error instanceof BytesRefused) || error.inode === undefined || n > 5) throw error;
        if (n < 5) await wait(2 ** n * 3);
        else if (!(await sweep(this.#disk, this.#folders.locate(parentOf(path)), { inode: error.inode }))) throw error;
      }
  }

  #bytesNow(path: NotePath, seen?: Set<string>, into?: Buffer): NoteBytes {
    if (!isReadablePath(path)) throw new BytesRefused('outside', 'no path of a note');
    this.#folders.enter(parentOf(path), seen);
    return readNoteBytes(this.#disk, this.#folders.locate(path), into);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
