import { listed } from '../listed.ts';

const shortest = 7;

/** Finds what belongs to a hash that may be abbreviated, as messages have them. */
export class HashIndex<T> {
  readonly #byStart = new Map<string, { readonly hash: string; readonly value: T }[]>();

  add(hash: string, value: T): void {
    listed(this.#byStart, hash.slice(0, shortest)).push({ hash, value });
  }

  /** Undefined where there is none, or where the abbreviation could mean several. */
  find(hash: string): T | undefined {
    const found = (this.#byStart.get(hash.slice(0, shortest)) ?? []).filter(entry => entry.hash.startsWith(hash));
    return found.length === 1 ? found[0]?.value : undefined;
  }
}
