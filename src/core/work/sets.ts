import { listed } from '../listed.ts';

/** Things that belong together, found pair by pair. */
export class Sets {
  readonly #parent: number[];

  /** So many things, each on its own at first. */
  constructor(count: number) {
    this.#parent = Array.from({ length: count }, (_, index) => index);
  }

  /** The one that stands for all that belong with this one: always the lowest of them. */
  of(thing: number): number {
    let root = thing;
    for (let up = this.#parent[root] ?? root; up !== root; up = this.#parent[root] ?? root) root = up;
    for (let at = thing; at !== root;) {
      const up = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) this.#parent[high] = low;
  }

  /** Every set with its things in order; the sets in the order of their first. */
  all(): number[][] {
    const sets = new Map<number, number[]>();
    for (let thing = 0; thing < this.#parent.length; thing++) listed(sets, this.of(thing)).push(thing);
    return [...sets.values()];
  }
}
