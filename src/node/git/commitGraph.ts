import type { EpochSeconds } from '../../core/time/day.ts';
import { copied } from './nulFields.ts';

/**
 * Which commit follows which, for a million of them in some fifty megabytes: numbers instead of strings. Two commits
 * whose hashes begin with the same sixteen digits would be taken for one; by chance that does not happen.
 */
export class CommitGraph {
  #size = 0;
  #words = new Uint32Array(16_384); // of each commit: two words of its own hash, two of its first parent's
  #dates = new Float64Array(4096);
  #table = new Int32Array(16_384);
  /** Only merges have more than one parent. */
  readonly #others = new Map<number, readonly string[]>();

  get size(): number {
    return this.#size;
  }

  /** Adds a commit, parents with a space between, and answers its number; a known one keeps the number it has. */
  add(hash: string, parents: string, committed: EpochSeconds): number {
    const high = word(hash, 0);
    const low = word(hash, 8);
    const slot = this.#slot(high, low);
    const known = this.#table[slot] ?? 0;
    if (known !== 0) return known - 1;
    if (this.#size * 4 === this.#words.length) return this.#grow().add(hash, parents, committed);
    const commit = this.#size++;
    this.#table[slot] = commit + 1;
    const first = commit * 4;
    this.#words[first] = high;
    this.#words[first + 1] = low;
    if (parents !== '') {
      this.#words[first + 2] = word(parents, 0);
      this.#words[first + 3] = word(parents, 8);
    }
    this.#dates[commit] = committed;
    const second = parents.indexOf(' ');
    if (second >= 0) this.#others.set(commit, copied(parents.slice(second + 1)).split(' '));
    return commit;
  }

  /** The number of a commit, or -1 where it was not met. */
  find(hash: string): number {
    return (this.#table[this.#slot(word(hash, 0), word(hash, 8))] ?? 0) - 1;
  }

  /** -1 for a root, and where the walk did not go that far. */
  firstParent(commit: number): number {
    const high = this.#words[commit * 4 + 2] ?? 0;
    const low = this.#words[commit * 4 + 3] ?? 0;
    return high === 0 && low === 0 ? -1 : (this.#table[this.#slot(high, low)] ?? 0) - 1;
  }

  /** What a merge brought in, as far as it was met; empty for other commits. */
  otherParents(commit: number): readonly number[] {
    const others = this.#others.get(commit);
    return others === undefined ? [] : others.map(hash => this.find(hash)).filter(parent => parent >= 0);
  }

  committed(commit: number): EpochSeconds {
    return this.#dates[commit] ?? 0;
  }

  #slot(high: number, low: number): number {
    const mask = this.#table.length - 1;
    for (let slot = (high ^ low) & mask; ; slot = (slot + 1) & mask) {
      const commit = this.#table[slot] ?? 0;
      if (commit === 0) return slot;
      const first = (commit - 1) * 4;
      if (this.#words[first] === high && this.#words[first + 1] === low) return slot;
    }
  }

  #grow(): this {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    const dates = new Float64Array(words.length / 4);
    dates.set(this.#dates);
    this.#words = words;
    this.#dates = dates;
    this.#table = new Int32Array(words.length);
    for (let commit = 0; commit < this.#size; commit++) {
      this.#table[this.#slot(words[commit * 4] ?? 0, words[commit * 4 + 1] ?? 0)] = commit + 1;
    }
    return this;
  }
}

/** Eight hexadecimal digits as a number. */
function word(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + 8; at++) {
    const code = text.charCodeAt(at);
    value = (value << 4) | (code < 58 ? code - 48 : code - 87);
  }
  return value >>> 0;
}
