import fs from 'node:fs';
import { promisify } from 'node:util';

/**
 * The few things asked of a disk, so that a test can make any of them fail. Looking is synchronous, because many small
 * looks in short slices take a fifth of the time; writing is not, because a disk may take its time to be sure.
 */
export interface Disk {
  /** The entry itself, not what it links to; undefined where there is none. */
  lstat(path: string): fs.Stats | undefined;
  readdir(path: string): readonly fs.Dirent[];
  /** The names in a folder alone. */
  names(path: string): readonly string[];
  /** Whether {@link open} fails at a link; where it does not, who opens has to look first and compare. */
  readonly refusesLinks: boolean;
  /** Opens for reading, without waiting for a pipe. */
  open(path: string): number;
  fstat(fd: number): fs.Stats;
  /** Reads into the buffer from a position of it on; answers how many bytes, 0 at the end. */
  read(fd: number, into: Buffer, at: number): number;
  closeReading(fd: number): void;

  /** Makes a file that must not exist yet, for writing. */
  create(path: string, mode: number): Promise<number>;
  /** Writes some of the bytes from a position on and answers how many. */
  write(fd: number, bytes: Uint8Array, from: number): Promise<number>;
  chmod(fd: number, mode: number): Promise<void>;
  /** Waits until the bytes are on the disk. */
  sync(fd: number): Promise<void>;
  close(fd: number): Promise<void>;
  /** A second name for a file; fails where the name is taken. */
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  mkdir(path: string, mode: number): Promise<void>;
  /** Fails where this person may not write here. */
  mayWrite(path: string): Promise<void>;
  /** Waits until the names in a folder are on the disk, where the system can say so. */
  syncFolder(path: string): Promise<void>;
}

const { constants } = fs;
/** Windows has neither flag. */
const { O_NOFOLLOW, O_NONBLOCK } = constants as Partial<typeof constants>;
const readingFlags = constants.O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

const close = promisify(fs.close);
const sync = promisify(fs.fsync);

/**
 * The disk of this machine. Only waiting for the disk itself is left to other threads: the rest takes microseconds,
 * which handing it over would take tenfold.
 */
export const realDisk: Disk = {
  lstat: path => fs.lstatSync(path, { throwIfNoEntry: false }),
  readdir: path => fs.readdirSync(path, { withFileTypes: true }),
  names: path => fs.readdirSync(path),
  refusesLinks: O_NOFOLLOW !== undefined,
  open: path => fs.openSync(path, readingFlags),
  fstat: fd => fs.fstatSync(fd),
  read: (fd, into, at) => fs.readSync(fd, into, at, into.length - at, null),
  closeReading: fd => {
    fs.closeSync(fd);
  },
  create: (path, mode) => atOnce(() => fs.openSync(path, 'wx', mode)),
  write: (fd, bytes, from) => atOnce(() => fs.writeSync(fd, bytes, from)),
  chmod: (fd, mode) =>
    atOnce(() => {
      fs.fchmodSync(fd, mode);
    }),
  sync,
  close: fd =>
    atOnce(() => {
      fs.closeSync(fd);
    }),
  link: (from, to) =>
    atOnce(() => {
      fs.linkSync(from, to);
    }),
  rename: (from, to) =>
    atOnce(() => {
      fs.renameSync(from, to);
    }),
  unlink: path =>
    atOnce(() => {
      fs.unlinkSync(path);
    }),
  mkdir: (path, mode) =>
    atOnce(() => {
      fs.mkdirSync(path, { mode });
    }),
  mayWrite: path =>
    atOnce(() => {
      fs.accessSync(path, constants.W_OK);
    }),
  syncFolder: async path => {
    if (process.platform === 'win32') return; // a folder can't be opened there; NTFS writes names in order
    const fd = fs.openSync(path, 'r');
    await sync(fd).finally(() => close(fd));
  },
};

/** Done now, with its failure as a rejection. */
// eslint-disable-next-line @typescript-eslint/require-await -- what it throws becomes a rejection
async function atOnce<T>(work: () => T): Promise<T> {
  return work();
}

/** The system's code of an error, such as `ENOSPC`; undefined for errors of other making. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
