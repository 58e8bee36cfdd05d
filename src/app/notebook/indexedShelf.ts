import { fingerprint } from '../../core/note/fingerprint.ts';
import { readNote } from '../../core/note/readNote.ts';
import type { HeadReader } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { SideBySide } from './compareFiles.ts';
import { editsOfWhole } from './editsOfWhole.ts';
import { NoteRefused } from '../failure.ts';
import { NoteTable, type Known } from './noteTable.ts';
import type { Cache, NoteFile, NoteFiles } from '../ports.ts';
import type { IndexedNote, Shelf } from '../shelf.ts';
import { folderOf } from './folderOf.ts';
import { orAborted } from './orAborted.ts';
import { refusedNote } from './refusedNote.ts';
import { decodeShelf, encodeShelf } from './shelfCache.ts';

export interface ShelfOptions {
  /** Loads the reader of heads that are full YAML; asked for when the first note is read. */
  readonly yaml: () => Promise<HeadReader>;
  /** Keeps the index from one start to the next. Private notes go without. */
  readonly cache?: Cache;
  /** The index's name in the cache, one for each folder. */
  readonly cacheKey?: string;
  /** Gives the event loop room (0), or waits so many milliseconds for a burst of events to end. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** How long events are collected before the index looks at their files. */
const burst = 40;

/** A shelf whose index is made when first asked for, kept from start to start, and corrected by events. */
export function indexedShelf<P extends NotePath>(files: NoteFiles<P>, options: ShelfOptions): Shelf<P> {
  return new IndexedShelf(files, options);
}

class IndexedShelf<P extends NotePath> implements Shelf<P> {
  readonly #files: NoteFiles<P>;
  readonly #options: ShelfOptions;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #table = new NoteTable<P>();
  readonly #listeners = new Set<(paths: readonly P[]) => void>();
  /** What is to be looked at: folders by their prefix (everything: an empty one), and single notes. */
  #folders = new Set<string>(['']);
  #paths = new Set<P>();
  #isIndexed = false;
  #isCacheLoaded = false;
  /** How many notes the cache does not know as they are. */
  #stale = 0;
  #running: Promise<void> | undefined;
  #stop = new AbortController();
  #waiting = 0;

  constructor(files: NoteFiles<P>, options: ShelfOptions) {
    this.#files = files;
    this.#options = options;
    this.#pause = options.pause ?? (() => Promise.resolve());
  }

  async notes(signal?: AbortSignal): Promise<readonly IndexedNote<P>[]> {
    await this.#catchUp(signal);
    return this.#table.notes;
  }

  async note(path: P): Promise<IndexedNote<P> | undefined> {
    await this.#catchUp();
    return this.#table.get(path)?.note;
  }

  read(path: P): Promise<string> {
    return this.#files.read(path);
  }

  readAll(paths: readonly P[], signal?: AbortSignal): ReturnType<NoteFiles<P>['readAll']> {
    return this.#files.readAll(paths, signal);
  }

  async create(wanted: P, text: string): Promise<P> {
    const path = await this.#files.create(wanted, text);
    await this.#hearOf(path);
    return path;
  }

  async update(path: P, change: (text: string | undefined) => readonly TextEdit[]): Promise<void> {
    const yaml = await this.#options.yaml();
    await this.#files.update(path, text =>
      text === undefined ? change(text) : editsOfWhole({ path, text, yaml }, change),
    );
    await this.#hearOf(path);
  }

  locate(path: P): string {
    return this.#files.locate(path);
  }

  pathOf(file: string): P | undefined {
    return this.#files.pathOf(file);
  }

  changed(files?: readonly string[]): void {
    if (files === undefined) this.#folders.add('');
    for (const file of files ?? []) {
      const path = this.#files.pathOf(file);
      if (path !== undefined) this.#paths.add(path);
      const folder = path === undefined ? folderOf(this.#files, file) : undefined;
      if (folder !== undefined) this.#folders.add(folder);
    }
    if (!this.#isIndexed || !this.#hasNews) return; // the first look will see it
    void this.#pause(burst)
      .then(() => this.#catchUp())
      .catch(() => undefined); // whoever asks for the notes next tries again, and hears of it
  }

  onChange(listener: (paths: readonly P[]) => void): () => void {
    const own = (paths: readonly P[]) => {
      listener(paths);
    };
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Our own write: known at once, or by the look that is under way. The note is written, whatever becomes of the index. */
  async #hearOf(path: P): Promise<void> {
    this.#paths.add(path);
    if (!this.#isIndexed) this.#tell([path]);
    else if (this.#running === undefined) await this.#catchUp().catch(() => undefined);
  }

  get #hasNews(): boolean {
    return this.#folders.size + this.#paths.size > 0;
  }

  /** Waits until everything announced so far is known. Where all who wait give up, the work stops. */
  async #catchUp(signal?: AbortSignal): Promise<void> {
    while (this.#running !== undefined || this.#hasNews) {
      signal?.throwIfAborted();
      this.#running ??= this.#work().finally(() => (this.#running = undefined));
      this.#waiting += 1;
      try {
        await orAborted(this.#running, signal);
      } finally {
        this.#waiting -= 1;
        if (this.#waiting === 0 && signal?.aborted) this.#stop.abort(signal.reason);
      }
    }
  }

  async #work(): Promise<void> {
    this.#stop = new AbortController();
    const folders = this.#folders;
    const paths = this.#paths;
    this.#folders = new Set();
    this.#paths = new Set();
    try {
      await this.#loadCache();
      const below = folders.has('') ? [''] : [...folders];
      for (const folder of below) await this.#lookBelow(folder);
      await this.#lookAt([...paths].filter(path => this.#isIndexed || this.#table.get(path)));
    } catch (error) {
      for (const folder of folders) this.#folders.add(folder);
      for (const path of paths) this.#paths.add(path);
      throw error;
    }
  }

  /** Compares a folder with its index by `stat`, and reads what is new or moved on. */
  async #lookBelow(prefix: string): Promise<void> {
    const sides = new SideBySide(this.#table.below(prefix));
    for await (const batch of this.#files.list(this.#stop.signal, prefix)) for (const file of batch) sides.meet(file);
    const { same, moved, gone } = sides.end();
    const read: Known<P>[] = [];
    const news: P[] = [...gone];
    try {
      for await (const { path, known } of this.#readAll(moved)) {
        if (known !== undefined) read.push(known);
        if (known === undefined || !isSameText(this.#table.get(path), known)) news.push(path);
      }
    } catch (error) {
      if (!this.#isIndexed) this.#table.replace(prefix, [...same, ...read]); // the next look need not read them again
      throw error;
    }
    this.#table.replace(prefix, read.length === 0 ? same : [...same, ...read]);
    this.#stale += moved.length + gone.length;
    if (this.#isIndexed) this.#tell(news); // of a first look there is nothing new to tell: nobody saw an older one
    this.#isIndexed ||= prefix === '';
    if (prefix === '') this.#saveCache();
  }

  /** Reads single notes again, whatever their `stat` says: somebody said that they changed. */
  async #lookAt(paths: readonly P[]): Promise<void> {
    const files: NoteFile<P>[] = [];
    const gone: P[] = [];
    for (const [index, path] of paths.entries()) {
      if (index % 100 === 99) await this.#pause(0); // a pull brings thousands
      const file = await this.#files.stat(path);
      if (file !== undefined) files.push(file);
      else if (this.#table.get(path) !== undefined) gone.push(path);
    }
    const changed: Known<P>[] = [];
    for await (const { path, known } of this.#readAll(files, fingerprint))
      if (known !== undefined) changed.push(known);
      else if (this.#table.get(path) !== undefined) gone.push(path);
    const news = changed.filter(known => !isSameText(this.#table.get(known.note.path), known));
    this.#table.patch(changed, gone);
    this.#stale += changed.length + gone.length;
    this.#tell([...news.map(known => known.note.path), ...gone]);
  }

  async *#readAll(
    files: readonly NoteFile<P>[],
    print?: (text: string) => string,
  ): AsyncIterable<{ readonly path: P; readonly known: Known<P> | undefined }> {
    if (files.length === 0) return;
    const yaml = await this.#options.yaml();
    const byPath = new Map(files.map(file => [file.path, file]));
    for await (const { path, text } of this.#files.readAll([...byPath.keys()], this.#stop.signal)) {
      const file = byPath.get(path);
      if (file === undefined) continue;
      if (typeof text === 'string') {
        const note: IndexedNote<P> = Object.assign(readNote(path, text, yaml), { path });
        yield { path, known: { file, note, ...(print && { print: print(text) }) } };
      } else if (text instanceof NoteRefused || (await this.#files.stat(path)) !== undefined)
        yield { path, known: { file, note: refusedNote(path, text) } };
      else yield { path, known: undefined };
    }
  }

  async #loadCache(): Promise<void> {
    const { cache, cacheKey } = this.#options;
    if (this.#isCacheLoaded || cache === undefined || cacheKey === undefined) return;
    const bytes = await cache.load(cacheKey).catch(() => undefined);
    this.#isCacheLoaded = true;
    const kept: Known<P>[] = [];
    for (const chunk of decodeShelf<P>(bytes)) {
      for (const known of chunk) kept.push(known);
      await this.#pause(0);
    }
    this.#table.replace('', kept);
  }

  /** Keeps the index where the cache would otherwise have to read more than a few notes again. */
  #saveCache(): void {
    const { cache, cacheKey } = this.#options;
    const { known } = this.#table;
    if (cache === undefined || cacheKey === undefined || this.#stale * 50 < known.length + 50) return;
    this.#stale = 0;
    void encodeShelf(known, () => this.#pause(0))
      .then(bytes => cache.save(cacheKey, bytes))
      .catch(() => undefined); // it can be made anew
  }

  #tell(paths: readonly P[]): void {
    if (paths.length > 0) for (const listener of [...this.#listeners]) listener(paths);
  }
}

function isSameText(a: Known<NotePath> | undefined, b: Known<NotePath> | undefined): boolean {
  const before = a?.print;
  return before !== undefined && before === b?.print;
}
