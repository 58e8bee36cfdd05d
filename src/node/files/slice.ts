import { setImmediate } from 'node:timers/promises';

/** Milliseconds the event loop may be held at a stretch. */
const longest = 20;

/** A stretch of synchronous work that lets others have their turn when it has lasted long enough. */
export class Slice {
  #since = performance.now();

  get isOver(): boolean {
    return performance.now() - this.#since >= longest;
  }

  /** Lets the event loop do what waits, and begins again. */
  async rest(signal?: AbortSignal): Promise<void> {
    await setImmediate();
    signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
