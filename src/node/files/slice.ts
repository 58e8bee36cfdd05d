import { setImmediate } from 'node:timers/promises';

/** Milliseconds the event loop may be held at a stretch. */
const longest = 20;
/** The same where each of those who come has work of its own to do with what it gets. */
const shortest = 10;

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

/** Lets many that come at once have their turns one by one, so that each can use what it got before the next one comes. */
export class Turns {
  #stretch: { readonly since: number; readonly end: Promise<void> } | undefined;
  #last = Promise.resolve();

  /** Answers in the order of the calls: soon while the event loop is not held for long, else once others had their turn. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#room());
    return this.#last;
  }

  async #room(): Promise<void> {
    const { since, end } = (this.#stretch ??= this.#begin());
    if (performance.now() - since >= shortest) await end;
  }

  #begin(): { readonly since: number; readonly end: Promise<void> } {
    const end = setImmediate().then(() => {
      this.#stretch = undefined;
    });
    return { since: performance.now(), end };
  }
}
