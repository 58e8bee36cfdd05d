import { createHash, randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type Disk } from './disk.ts';

/** After so many milliseconds nobody can still be writing a temporary file. */
const abandonedAfter = 30_000;
const temporary = /^\..*\.(\d+)-[0-9a-f]{12}\.tmp$/;

/** Runs with a finished temporary file beside the target, every byte of it on the disk; it is gone afterwards. */
export async function withTemporary<T>(
  disk: Disk,
  file: string,
  { bytes, mode, exactly = false }: { bytes: Uint8Array; mode: number; exactly?: boolean },
  use: (temp: string) => Promise<T>,
): Promise<T> {
  const temp = temporaryFor(file);
  const fd = await disk.create(temp, mode);
  try {
    try {
      if (exactly) await disk.chmod(fd, mode);
      await writeAll(disk, fd, bytes);
      await disk.sync(fd);
    } finally {
      await disk.close(fd);
    }
    return await use(temp);
  } finally {
    await disk.unlink(temp).catch(() => undefined); // renamed, or not wanted any more
  }
}

async function writeAll(disk: Disk, fd: number, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    const written = await disk.write(fd, bytes, from);
    if (written <= 0) throw Object.assign(new Error('The disk takes no more bytes.'), { code: 'ENOSPC' });
    from += written;
  }
}

/** Gives a finished file its name if that is free. Answers whether it was. */
export async function placeNew(disk: Disk, temp: string, file: string): Promise<boolean> {
  try {
    await disk.link(temp, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
  }
  // No second names on this disk (FAT, some network disks): hold the name with an empty file, then replace that.
  try {
    await disk.close(await disk.create(file, 0o600));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await replace(disk, temp, file);
    return true;
  } catch (error) {
    await disk.unlink(file).catch(() => undefined);
    throw error;
  }
}

/** Puts a finished file in another's place in one step. A virus scanner may hold that for a moment, so it is tried again. */
export async function replace(disk: Disk, temp: string, file: string): Promise<void> {
  const passing = process.platform === 'win32' ? ['EBUSY', 'EPERM', 'EACCES'] : ['EBUSY'];
  for (let pause = 10; ; pause *= 2) {
    try {
      await disk.rename(temp, file);
      return;
    } catch (error) {
      if (pause > 200 || !passing.includes(codeOf(error) ?? '')) throw error;
      await wait(pause);
    }
  }
}

/** The lock beside a note. */
export function lockFor(file: string): string {
  return join(dirname(file), `.${shortName(file)}.lock`);
}

function temporaryFor(file: string): string {
  return join(dirname(file), `.${shortName(file)}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
}

function shortName(file: string): string {
  const name = basename(file);
  return Buffer.byteLength(name) <= 150 ? name : createHash('sha256').update(name).digest('hex').slice(0, 32);
}

/** What a temporary file must be to be swept: left by a process that ended, or a second name of a certain note. */
export interface Leftover {
  readonly pid?: number;
  readonly inode?: number;
}

/** Removes temporary files that a crash left in a folder: those that are old, and those described. */
export async function sweep(disk: Disk, folder: string, leftover: Leftover = {}): Promise<boolean> {
  let swept = false;
  for (const name of disk.names(folder)) {
    const [, pid] = temporary.exec(name) ?? [];
    const stat = pid === undefined ? undefined : disk.lstat(join(folder, name));
    if (stat === undefined) continue;
    const isOld = Math.abs(Date.now() - stat.mtimeMs) > abandonedAfter;
    if (!isOld && leftover.pid !== Number(pid) && leftover.inode !== stat.ino) continue;
    const isGone = await disk.unlink(join(folder, name)).then(
      () => true,
      () => false,
    );
    swept ||= isGone;
  }
  return swept;
}
