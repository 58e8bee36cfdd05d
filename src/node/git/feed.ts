import type { Writable } from 'node:stream';

/** What a running git is told on its stdin, piece by piece: it starts before anybody knows what to ask. */
export class Feed {
  #waiting = '';
  #isEnded = false;
  #stdin: Writable | undefined;

  /** Tells more. What comes after the end is dropped. */
  write(text: string): void {
    if (this.#isEnded) return;
    if (this.#stdin === undefined) this.#waiting += text;
    else this.#stdin.write(text);
  }

  /** Tells that this was all. */
  end(): void {
    this.#isEnded = true;
    this.#stdin?.end();
  }

  /** Leads it to a process. One that ends before it heard all is no failure of the feed's. */
  into(stdin: Writable): void {
    this.#stdin = stdin;
    stdin.on('error', () => undefined);
    stdin.write(this.#waiting);
    this.#waiting = '';
    if (this.#isEnded) stdin.end();
  }
}
