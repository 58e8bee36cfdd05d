import { readDetails, type CommitDetail } from './diffTree.ts';
import type { Reading } from './reading.ts';

const batch = 192;
const most = 2;

/** Reads what changed in the first chosen commits while the walk still looks for more; two processes at a time. */
export class EarlyDetails {
  readonly #reading: Reading;
  readonly #found = new Map<string, CommitDetail>();
  readonly #underway = new Set<Promise<void>>();
  readonly #waiting: string[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(hash: string): void {
    if (this.#reading.view.repository.isPartial) return;
    this.#waiting.push(hash);
    if (this.#waiting.length >= batch && this.#underway.size < most) this.#ask();
  }

  /** All that could be read; the rest is asked for again, and what stands in the way is told then. */
  async done(): Promise<ReadonlyMap<string, CommitDetail>> {
    await Promise.all(this.#underway);
    return this.#found;
  }

  #ask(): void {
    const { git, view, query } = this.#reading;
    const options = { depth: 'figures', signal: query.signal, processes: 1 } as const;
    const asked = readDetails(git, view, this.#waiting.splice(0), options).then(
      details => {
        for (const [hash, detail] of details) if (!detail.isCut) this.#found.set(hash, detail);
      },
      () => undefined,
    );
    const settled = asked.finally(() => {
      this.#underway.delete(settled);
    });
    this.#underway.add(settled);
  }
}
