import { realDisk, type Disk } from '../../../src/node/files/disk.ts';

type Call = (...args: never[]) => unknown;

export interface BrokenDisk {
  readonly disk: Disk;
  /** The names of the calls so far. */
  readonly calls: (keyof Disk)[];
}

/** A disk whose calls a test may replace: it is asked for each, and what it answers is done instead. */
export function brokenDisk(
  instead: (name: keyof Disk, nth: number, args: readonly unknown[]) => (() => unknown) | undefined,
): BrokenDisk {
  const calls: (keyof Disk)[] = [];
  const disk = { ...realDisk };
  for (const name of Object.keys(realDisk) as (keyof Disk)[]) {
    const real: unknown = Reflect.get(realDisk, name);
    if (typeof real !== 'function') continue;
    const isAsync = asynchronous.includes(name);
    (disk as Record<string, unknown>)[name] = (...args: never[]) => {
      calls.push(name);
      const other = instead(name, calls.length, args);
      if (other === undefined) return (real as Call)(...args);
      if (!isAsync) return other();
      return Promise.resolve().then(other);
    };
  }
  return { disk, calls };
}

const asynchronous: readonly (keyof Disk)[] = [
  'create',
  'write',
  'chmod',
  'sync',
  'close',
  'link',
  'rename',
  'unlink',
  'mkdir',
  'mayWrite',
  'syncFolder',
];

/** What the system throws. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the test wants it`), { code });
}

/** A disk on which one kind of call always fails. */
export function diskWithout(name: keyof Disk, code: string): Disk {
  return brokenDisk(called => (called === name ? fail(code) : undefined)).disk;
}

export function fail(code: string): () => never {
  return () => {
    throw systemError(code);
  };
}
