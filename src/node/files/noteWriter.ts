import { dirname } from 'node:path';
import type { NotePath } from '../../core/note/notePath.ts';
import { isSafePath } from '../../core/note/safePath.ts';
import { lockFor, placeNew, replace, sweep, withTemporary } from './atomicWrite.ts';
import { codeOf, type Disk } from './disk.ts';
import { Draft, type Change } from './draft.ts';
import { isReadablePath, parentOf, type Folders } from './folders.ts';
import { numberedName, sameName } from './freeName.ts';
import { takeLock } from './lock.ts';
import type { NoteReader } from './noteReader.ts';
import { BytesRefused, bytesToWrite, type NoteBytes } from './readNoteBytes.ts';
import { notRead, writeFailed } from './sentences.ts';

export interface WriterOptions {
  /** For new files, before the umask. */
  readonly mode: number;
  /** Which of its rights a file keeps when it is written again. */
  readonly kept: number;
  /** Asked before each write; throws a Failure where this folder must not be written in. */
  readonly mayWrite: () => void;
}

/** How often a note may move on under our hands before we give up. */
const mostTries = 20;

/** Writes notes so that at every moment the old or the new one is there, whole. */
export class NoteWriter {
  readonly #disk: Disk;
  readonly #folders: Folders;
  readonly #reader: NoteReader;
  readonly #options: WriterOptions;
  /** The last change of each note asked for here: they wait for each other without a look at the disk. */
  readonly #queue = new Map<string, Promise<void>>();
  readonly #swept = new Set<string>();

  constructor(disk: Disk, folders: Folders, reader: NoteReader, options: WriterOptions) {
    this.#disk = disk;
    this.#folders = folders;
    this.#reader = reader;
    this.#options = options;
  }

  async create(wanted: NotePath, text: string): Promise<string> {
    try {
      this.#options.mayWrite();
      const bytes = bytesToWrite(text);
      if (!isSafePath(wanted)) throw new BytesRefused('outside', 'no safe path');
      const folder = await this.#makeFolder(parentOf(wanted));
      const prefix = folder === '' ? '' : `${folder}/`;
      const name = wanted.slice(wanted.lastIndexOf('/') + 1);
      const target = this.#folders.locate(prefix + name);
      const path = await withTemporary(this.#disk, target, { bytes, mode: this.#options.mode }, async temp => {
        this.#folders.enter(folder);
        return prefix + (await this.#placeAtFreeName(temp, dirname(target), name));
      });
      await this.#syncFolder(dirname(target));
      return path;
    } catch (error) {
      throw writeFailed(error, wanted, text);
    }
  }

  async #placeAtFreeName(temp: string, folder: string, name: string): Promise<string> {
    const taken = new Set(this.#disk.names(folder).map(sameName));
    for (let n = 1; ; n += 1) {
      const free = numberedName(name, n);
      if (!taken.has(sameName(free)) && (await placeNew(this.#disk, temp, `${folder}/${free}`))) return free;
    }
  }

  async update(path: NotePath, change: Change): Promise<void> {
    const own = (this.#queue.get(path) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#updateInTurn(path, new Draft(change)));
    this.#queue.set(path, own);
    try {
      await own;
    } finally {
      if (this.#queue.get(path) === own) this.#queue.delete(path);
    }
  }

  async #updateInTurn(path: NotePath, draft: Draft): Promise<void> {
    try {
      draft.base = await this.#look(path);
      if (draft.isUnchanged) return;
      this.#options.mayWrite();
      if (draft.base === undefined && !isSafePath(path)) throw new BytesRefused('outside', 'no safe path');
      const folder = await this.#makeFolder(parentOf(path));
      const file = this.#folders.locate(path);
      const lock = await takeLock(this.#disk, lockFor(file), pid => this.#sweep(folder, pid));
      try {
        await this.#putUntilItHolds(path, draft);
      } finally {
        await lock.release();
      }
      await this.#syncFolder(dirname(file));
    } catch (error) {
      throw draft.isToBlameFor(error) ? error : writeFailed(error, path, draft.text);
    }
  }

  /** Writes the draft over what it was made from. Where that moved on, the draft is made again. */
  async #putUntilItHolds(path: NotePath, draft: Draft): Promise<void> {
    for (let n = 0; n < mostTries; n += 1) {
      draft.base = await this.#look(path);
      if (draft.isUnchanged || (await this.#put(path, draft))) return;
    }
    throw Object.assign(new Error(`${path} kept changing.`), { code: 'EMOVING' });
  }

  async #put(path: NotePath, { base, text }: Draft): Promise<boolean> {
    const file = this.#folders.locate(path);
    const bytes = bytesToWrite(text);
    if (base !== undefined) await this.#disk.mayWrite(file);
    const mode = base === undefined ? this.#options.mode : base.stat.mode & this.#options.kept;
    return withTemporary(this.#disk, file, { bytes, mode, exactly: base !== undefined }, async temp => {
      const now = await this.#look(path);
      if (base === undefined) return now === undefined && placeNew(this.#disk, temp, file);
      if (now?.bytes.equals(base.bytes) !== true) return false;
      await replace(this.#disk, temp, file);
      return true;
    });
  }

  /** The note as it is on the disk; undefined where there is none. */
  async #look(path: NotePath): Promise<NoteBytes | undefined> {
    try {
      if (!isReadablePath(path)) throw new BytesRefused('outside', 'no path of a note');
      return await this.#reader.bytesOf(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw notRead(error, path);
    }
  }

  /** The note is there, whole, and its bytes are on the disk. Its name follows within moments: nobody waits for that. */
  async #syncFolder(folder: string): Promise<void> {
    await this.#disk.syncFolder(folder).catch(() => undefined);
  }

  async #makeFolder(folder: string): Promise<string> {
    const made = await this.#folders.make(folder);
    if (!this.#swept.has(made)) {
      this.#swept.add(made);
      await this.#sweep(made);
    }
    return made;
  }

  async #sweep(folder: string, pid?: number): Promise<void> {
    await sweep(this.#disk, this.#folders.locate(folder), pid === undefined ? {} : { pid });
  }
}
