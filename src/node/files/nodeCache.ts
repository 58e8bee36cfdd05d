import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Cache } from '../../app/ports.ts';
import { replace, withTemporary } from './atomicWrite.ts';
import { realDisk } from './disk.ts';
import { Slice } from './slice.ts';

export interface NodeCacheOptions {
  /** Most bytes of all entries together; the ones longest not written go first. 96 MiB unless told. */
  readonly mostBytes?: number;
}

const checkLength = 20;
const step = 1024 * 1024;

/** A cache in a folder of its own: an entry is there whole or not at all, and no failure of it is anybody's concern. */
export function nodeCache(folder: string, { mostBytes = 96 * step }: NodeCacheOptions = {}): Cache {
  const fileOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.cache`);
  return {
    async load(key: string): Promise<Uint8Array | undefined> {
      const file = fileOf(key);
      try {
        const whole = await fs.readFile(file);
        const value = whole.subarray(checkLength);
        if ((await checkOf(key, value)).equals(whole.subarray(0, checkLength))) return value;
        await fs.unlink(file);
      } catch {
        // none there, or none that can be had
      }
      return undefined;
    },
    async save(key: string, value: Uint8Array): Promise<void> {
      if (value.length + checkLength > mostBytes) return;
      const file = fileOf(key);
      try {
        await fs.mkdir(folder, { recursive: true, mode: 0o700 });
        const bytes = Buffer.concat([await checkOf(key, value), value]);
        await withTemporary(realDisk, file, { bytes, mode: 0o600 }, temp => replace(realDisk, temp, file));
        await makeRoom(folder, mostBytes, basename(file));
      } catch {
        // a full or read-only disk: the next start is slower, that is all
      }
    },
  };
}

/** A checksum in steps, so that even a large entry leaves the event loop its turns. */
async function checkOf(key: string, value: Uint8Array): Promise<Buffer> {
  const hash = createHash('sha1').update(key).update('\0');
  const slice = new Slice();
  for (let from = 0; from < value.length; from += step) {
    hash.update(value.subarray(from, from + step));
    if (slice.isOver) await slice.rest();
  }
  return hash.digest();
}

async function makeRoom(folder: string, mostBytes: number, newest: string): Promise<void> {
  const names = (await fs.readdir(folder)).filter(name => name.endsWith('.cache') || name.endsWith('.tmp'));
  const files = await Promise.all(names.map(async name => ({ name, ...(await sizeOf(join(folder, name))) })));
  files.sort((a, b) => Number(b.name === newest) - Number(a.name === newest) || b.written - a.written);
  let sum = 0;
  for (const { name, size } of files) {
    sum += size;
    if (sum > mostBytes) await fs.unlink(join(folder, name)).catch(() => undefined);
  }
}

async function sizeOf(file: string): Promise<{ size: number; written: number }> {
  const stat = await fs.stat(file).catch(() => undefined);
  return { size: stat?.size ?? 0, written: stat?.mtimeMs ?? 0 };
}
