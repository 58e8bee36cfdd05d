import { streamDetails, type CommitDetail } from './diffTree.ts';
import { Feed } from './feed.ts';
import type { Reading } from './reading.ts';

/** A second process is worth its start where the first is so many commits behind. */
const behind = 128;

/**
 * Reads what changed in the chosen commits while the walk still looks for more: git runs before the first one is
 * known, and is told of each as it comes.
 */
export class EarlyDetails {
  readonly #reading: Reading;
  readonly #found = new Map<string, CommitDetail>();
  readonly #feeds: Feed[] = [];
  readonly #running: Promise<void>[] = [];
  #added = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Makes ready for the commits that will come. */
  start(): void {
    if (!this.#reading.view.repository.isPartial) this.#start(); // else nobody knows how deep it can be read
  }

  add(hash: string): void {
    if (++this.#added - this.#found.size > behind && this.#feeds.length === 1) this.#start();
    this.#feeds[this.#added % this.#feeds.length]?.write(`${hash}\n`);
  }

  /** All that could be read; the rest is asked for again, and what stands in the way is told then. */
  async done(): Promise<ReadonlyMap<string, CommitDetail>> {
    this.stop();
    await Promise.all(this.#running);
    return this.#found;
  }

  /** Nothing more will be added. */
  stop(): void {
    for (const feed of this.#feeds) feed.end();
  }

  #start(): void {
    const { git, view, query } = this.#reading;
    const input = new Feed();
    const asked = streamDetails(git, view, { depth: 'figures', input, signal: query.signal }, (hash, detail) => {
      if (!detail.isCut) this.#found.set(hash, detail);
    });
    this.#feeds.push(input);
    this.#running.push(asked.catch(() => undefined));
  }
}
