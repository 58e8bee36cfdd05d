import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf, type Disk } from './disk.ts';
import { readNoteBytes } from './readNoteBytes.ts';

/** After so many milliseconds nobody can still be writing one note. */
const staleAfter = 30_000;

/** Milliseconds to wait for windows that hand a lock to each other. */
const longestWait = 60_000;

interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

const thisHost = `${hostname()}/${process.platform}`; // WSL shares its host's name, not its processes

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a lock file, waiting for whoever holds it. A lock whose owner has ended, or that is older than any write takes,
 * is taken over; a clock that went back makes a lock look young or from the future, so time spent waiting counts too.
 *
 * @param abandoned is told the process id of an owner whose lock was taken over.
 * @throws an error with the code ELOCKED where the lock stays held.
 */
export async function takeLock(disk: Disk, file: string, abandoned: (pid: number) => Promise<void>): Promise<Lock> {
  const owner: Owner = { pid: process.pid, host: thisHost, token: randomBytes(8).toString('hex') };
  const since = new Map<string, number>();
  const start = performance.now();
  for (let pause = 4; ; pause = Math.min(pause * 2, 100)) {
    if (await tryLock(disk, file, owner)) return { release: () => release(disk, file, owner) };
    const held = holderOf(disk, file);
    if (held !== undefined) {
      const firstSeen = since.get(held.key) ?? performance.now();
      since.set(held.key, firstSeen);
      if (held.isStale || performance.now() - firstSeen > staleAfter) {
        if ((await takeAway(disk, file, held.key)) && held.owner !== undefined) await abandoned(held.owner.pid);
      } else if (performance.now() - start > longestWait)
        throw Object.assign(new Error(`${file} stays locked.`), { code: 'ELOCKED' });
      else await wait(pause * (0.5 + Math.random()));
    }
  }
}

async function tryLock(disk: Disk, file: string, owner: Owner): Promise<boolean> {
  let fd: number;
  try {
    fd = await disk.create(file, 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await disk.write(fd, Buffer.from(JSON.stringify(owner)), 0); // without its words a lock is still a lock
  } catch (error) {
    await disk.close(fd).catch(() => undefined);
    await disk.unlink(file).catch(() => undefined);
    throw error;
  }
  await disk.close(fd);
  return true;
}

interface Holder {
  /** Tells one holding of the lock from the next. */
  readonly key: string;
  readonly owner: Owner | undefined;
  readonly isStale: boolean;
}

function holderOf(disk: Disk, file: string): Holder | undefined {
  const stat = disk.lstat(file);
  if (stat === undefined) return undefined;
  const owner = ownerIn(disk, file);
  const age = Math.abs(Date.now() - stat.mtimeMs);
  const hasEnded = owner?.host === thisHost && !isRunning(owner.pid);
  return { key: `${stat.ino} ${stat.mtimeMs} ${owner?.token ?? ''}`, owner, isStale: hasEnded || age > staleAfter };
}

function ownerIn(disk: Disk, file: string): Owner | undefined {
  try {
    const owner = JSON.parse(readNoteBytes(disk, file).bytes.toString()) as Partial<Owner> | null;
    const { pid, host, token } = owner ?? {};
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string'
      ? { pid, host, token }
      : undefined;
  } catch {
    return undefined; // still being written, or half written when its owner ended: its age decides
  }
}

/** Only one of those who found a lock stale takes it away: who holds a second lock, and finds the first unchanged. */
async function takeAway(disk: Disk, file: string, key: string): Promise<boolean> {
  const guard = `${file}.old`;
  const stat = disk.lstat(guard);
  if (stat !== undefined && Math.abs(Date.now() - stat.mtimeMs) > staleAfter)
    await disk.unlink(guard).catch(() => undefined);
  try {
    await disk.close(await disk.create(guard, 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await wait(5);
    return false;
  }
  try {
    if (holderOf(disk, file)?.key !== key) return false;
    await disk.unlink(file);
    return true;
  } finally {
    await disk.unlink(guard).catch(() => undefined);
  }
}

async function release(disk: Disk, file: string, owner: Owner): Promise<void> {
  if (ownerIn(disk, file)?.token === owner.token) await disk.unlink(file).catch(() => undefined);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it runs, as somebody else
  }
}
