import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { lockFor, replace, withTemporary } from './atomicWrite.ts';
import { realDisk } from './disk.ts';
import { takeLock } from './lock.ts';

/** A small map of texts in a file: lost or torn it is empty, and two windows that write it lose nothing of each other's. */
export class TextMapFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<ReadonlyMap<string, string>> {
    try {
      const found: unknown = JSON.parse(await readFile(this.#file, 'utf8'));
      if (typeof found !== 'object' || found === null) return new Map();
      return new Map(Object.entries(found).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
    } catch {
      return new Map();
    }
  }

  async set(key: string, value: string): Promise<void> {
    if ((await this.read()).get(key) === value) return;
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    const lock = await takeLock(realDisk, lockFor(this.#file), () => Promise.resolve());
    try {
      const entries = new Map(await this.read()).set(key, value);
      const bytes = Buffer.from(`${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
      await withTemporary(realDisk, this.#file, { bytes, mode: 0o600 }, temp => replace(realDisk, temp, this.#file));
    } finally {
      await lock.release();
    }
  }
}
