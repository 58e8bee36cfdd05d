import type { Cache, Clock, NoteFile, NoteFiles } from '../../src/app/ports.ts';
import { WriteFailed } from '../../src/app/failure.ts';
import type { NotePath } from '../../src/core/note/notePath.ts';
import { applyEdits } from '../../src/core/note/textEdit.ts';
import { calendarOf } from '../../src/core/time/calendar.ts';
import type { Day, EpochSeconds } from '../../src/core/time/day.ts';
import { numberedName, sameName } from '../../src/node/files/freeName.ts';

/** A folder of notes in memory, and what a test does to it behind the shelf's back. */
export interface MemoryFiles<P extends NotePath> extends NoteFiles<P> {
  /** Every note's text by its path, sorted: what a person would find on disk. */
  texts(): Record<string, string>;
  /** Puts a note there, as another program would. An error stands for a note that can't be read. */
  put(path: string, text: string | Error): void;
  remove(path: string): void;
  /** From now on every write fails with this sentence; undefined ends it. */
  failWrites(message: string | undefined): void;
  /** What was asked of the files so far, such as `list`, `stat people/ada/ada.md`, `read …`. */
  readonly calls: string[];
}

interface Stored {
  text: string | Error;
  mtime: number;
  inode: number;
}

/** The twin of `nodeFiles` without a disk. Its root is `/notes`. */
export function memoryFiles<P extends NotePath>(
  notes: Readonly<Record<string, string>> = {},
  root = '/notes',
): MemoryFiles<P> {
  const stored = new Map<string, Stored>();
  const calls: string[] = [];
  let changes = 0;
  let failure: string | undefined;

  const put = (path: string, text: string | Error) => {
    changes += 1;
    stored.set(path, { text, mtime: 1_795_000_000_000 + changes, inode: stored.get(path)?.inode ?? changes });
  };
  const statOf = (path: string): NoteFile<P> | undefined => {
    const file = stored.get(path);
    if (file === undefined) return undefined;
    const size = typeof file.text === 'string' ? Buffer.byteLength(file.text) : 0;
    return { path: path as P, size, mtime: file.mtime, inode: file.inode };
  };
  const textOf = (path: string): string | Error =>
    stored.get(path)?.text ?? Object.assign(new Error(`There is no ${path}.`), { code: 'ENOENT' });
  const write = (path: string, text: string) => {
    if (failure !== undefined) throw new WriteFailed(failure, text);
    put(path, text);
  };
  for (const [path, text] of Object.entries(notes)) put(path, text);

  return {
    calls,
    put,
    remove: path => void stored.delete(path),
    failWrites: message => void (failure = message),
    texts: () => Object.fromEntries([...stored].map(([path, { text }]) => [path, String(text)] as const).toSorted()),
    async *list(signal, below = '') {
      calls.push(below === '' ? 'list' : `list ${below}`);
      await Promise.resolve();
      signal?.throwIfAborted();
      const paths = [...stored.keys()].filter(path => path.startsWith(below)).toSorted();
      yield paths.flatMap(path => statOf(path) ?? []);
    },
    read(path) {
      calls.push(`read ${path}`);
      const text = textOf(path);
      return typeof text === 'string' ? Promise.resolve(text) : Promise.reject(text);
    },
    async *readAll(paths, signal) {
      for (const path of paths) {
        await Promise.resolve();
        signal?.throwIfAborted();
        calls.push(`read ${path}`);
        yield { path, text: textOf(path) };
      }
    },
    stat(path) {
      calls.push(`stat ${path}`);
      return Promise.resolve(statOf(path));
    },
    async create(wanted, text) {
      await Promise.resolve();
      const taken = new Set([...stored.keys()].map(sameName));
      const folder = wanted.slice(0, wanted.lastIndexOf('/') + 1);
      for (let n = 1; ; n += 1) {
        const path = folder + numberedName(wanted.slice(folder.length), n);
        if (taken.has(sameName(path))) continue;
        write(path, text);
        return path as P;
      }
    },
    async update(path, change) {
      await Promise.resolve();
      const before = stored.get(path)?.text;
      if (before instanceof Error) throw before;
      const edits = change(before);
      if (edits.length > 0) write(path, applyEdits(before ?? '', edits));
    },
    locate: path => `${root}/${path}`,
    pathOf: file =>
      file.startsWith(`${root}/`) && file.endsWith('.md') ? (file.slice(root.length + 1) as P) : undefined,
  };
}

/** A cache that forgets with the test. */
export function memoryCache(): Cache & { readonly entries: Map<string, Uint8Array> } {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    load: key => Promise.resolve(entries.get(key)),
    save: (key, value) => Promise.resolve(void entries.set(key, value)),
  };
}

/** A clock that stands still until it is set. */
export interface MemoryClock extends Clock {
  set(time: { today?: Day; now?: EpochSeconds }): void;
}

/** A clock at noon of a day, where the person lives. */
export function memoryClock({
  today = '2026-11-22',
  zone = 'Europe/Berlin',
}: { today?: Day; zone?: string } = {}): MemoryClock {
  const calendar = calendarOf(zone);
  const noonOf = (day: Day) => calendar.startOf(day) + 12 * 3600;
  let now = noonOf(today);
  return {
    zone,
    now: () => now,
    today: () => calendar.dayAt(now),
    set: time => {
      if (time.today !== undefined) now = noonOf(time.today);
      if (time.now !== undefined) now = time.now;
    },
  };
}
