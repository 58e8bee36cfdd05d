import type { Writable } from 'node:stream';

/** What a running git is told on its stdin, piece by piece: it starts before anybody knows what to ask. */
export class Feed {
  #waiting = '';
  #isEnded = false;
  #stdin: Writable | undefined;
  #flushing: NodeJS.Immediate | undefined;

  /** Tells more. What comes after the end is dropped. */
  write(text: string): void {
    if (this.#isEnded) return;
    this.#waiting += text;
    // Each write wakes the other process, so what is told at once goes in one.
    this.#flushing ??= setImmediate(() => {
      this.#flush();
    });
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
    clearImmediate(this.#flushing);
    this.#flushing = undefined;
    if (this.#stdin === undefined || this.#stdin.writableEnded) return;
    const text = this.#waiting;
    this.#waiting = '';
    if (this.#isEnded) this.#stdin.end(text);
    else if (text !== '') this.#stdin.write(text);
  }
}
