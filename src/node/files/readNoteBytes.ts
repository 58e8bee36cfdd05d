import type { Stats } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { NoteRefused } from '../../app/failure.ts';
import { codeOf, type Disk } from './disk.ts';

/** The largest note that is read, or written: 1 MiB. */
export const largestNote = 1024 * 1024;

/** Why bytes are not taken for a note. */
export class BytesRefused extends Error {
  override readonly name = 'BytesRefused';
  readonly code: NoteRefused['code'];
  /** Of a file that was refused because it has a second name. */
  readonly inode: number | undefined;

  constructor(code: NoteRefused['code'], detail: string, inode?: number) {
    super(detail);
    this.code = code;
    this.inode = inode;
  }
}

/** A note's bytes and the file they came from. */
export interface NoteBytes {
  readonly bytes: Buffer;
  readonly stat: Stats;
}

/**
 * Every byte of a regular file with one name. The buffer is reused where one is given: copy what is kept.
 *
 * @throws BytesRefused for links, pipes, folders, hard links and what is too large; the system's error otherwise.
 */
export function readNoteBytes(disk: Disk, file: string, into?: Buffer): NoteBytes {
  const { fd, stat } = openNote(disk, file);
  try {
    if (!stat.isFile()) throw new BytesRefused('unreadable', 'no regular file');
    if (stat.nlink > 1) throw new BytesRefused('link', 'a hard link', stat.ino);
    if (stat.size > largestNote) throw new BytesRefused('too-large', 'larger than 1 MiB');
    return { bytes: readAllOf(disk, fd, into ?? Buffer.allocUnsafe(stat.size), stat.size), stat };
  } finally {
    disk.closeReading(fd);
  }
}

function openNote(disk: Disk, file: string): { readonly fd: number; readonly stat: Stats } {
  if (disk.refusesLinks) {
    const fd = openUnlessLink(disk, file);
    return { fd, stat: statOrClose(disk, fd) };
  }
  for (let n = 0; n < 3; n += 1) {
    const looked = disk.lstat(file);
    if (looked?.isSymbolicLink()) break;
    const fd = disk.open(file);
    const stat = statOrClose(disk, fd);
    if (looked?.ino === stat.ino && looked.dev === stat.dev) return { fd, stat };
    disk.closeReading(fd); // replaced between the look and the opening: another window wrote it, so look again
  }
  throw new BytesRefused('link', 'a symbolic link');
}

function openUnlessLink(disk: Disk, file: string): number {
  try {
    return disk.open(file);
  } catch (error) {
    if (codeOf(error) === 'ELOOP' || codeOf(error) === 'EMLINK') throw new BytesRefused('link', 'a symbolic link');
    throw error;
  }
}

function statOrClose(disk: Disk, fd: number): Stats {
  try {
    return disk.fstat(fd);
  } catch (error) {
    disk.closeReading(fd);
    throw error;
  }
}

function readAllOf(disk: Disk, fd: number, into: Buffer, size: number): Buffer {
  let length = 0;
  while (length < size) {
    const more = disk.read(fd, into, length);
    if (more === 0) break;
    length += more;
  }
  return into.subarray(0, length);
}

/**
 * The text of a note, its byte order mark and line endings included.
 *
 * @throws BytesRefused where the bytes are no UTF-8 or hold a NUL.
 */
export function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw new BytesRefused('binary', 'a NUL byte');
  if (!isUtf8(bytes)) throw new BytesRefused('not-utf8', 'not UTF-8');
  return bytes.toString('utf8');
}

/**
 * The bytes of a text that is to be a note.
 *
 * @throws BytesRefused where it could not be read again.
 */
export function bytesToWrite(text: string): Buffer {
  if (text.includes('\0')) throw new BytesRefused('binary', 'a NUL character');
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > largestNote) throw new BytesRefused('too-large', 'larger than 1 MiB');
  return bytes;
}
