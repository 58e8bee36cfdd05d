import type { Writable } from 'node:stream';

const pause = 10; // milliseconds

/** What a running git is told on its stdin, piece by piece: it starts before anybody knows what to ask. */
export class Feed {
  #waiting = '';
  #isEnded = false;
  #stdin: Writable | undefined;
  #flushing: NodeJS.Timeout | undefined;

  /** Tells more. What comes after the end is dropped. */
  write(text: string): void {
    if (this.#isEnded) return;
    this.#waiting += text;
    // Each write wakes the other process, which costs more than the writing: it is told now and then.
    this.#flushing ??= setTimeout(() => {
      this.#flush();
    }, pause);
  }

  /** Tells that this was all. */
  end(): void {
    this.#isEnded = true;
    this.#flush();
  }

  /** Leads it to a process. One that ends before it heard all is no failure of the feed's. */
  into(stdin: Writable): void {
    this.#stdin = stdin;
    stdin.on('error', () => undefined);
    this.#flush();
  }

  #flush(): void {
    clearTimeout(this.#flushing);
    this.#flushing = undefined;
    if (this.#stdin === undefined || this.#stdin.writableEnded) return;
    const text = this.#waiting;
    this.#waiting = '';
    if (this.#isEnded) this.#stdin.end(text);
    else if (text !== '') this.#stdin.write(text);
  }
}
