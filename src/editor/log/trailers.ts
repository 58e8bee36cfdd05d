import type { Desk } from '../../app/desk.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import type { OutLoud } from '../outloud.ts';
import { traceOf } from '../support/tell.ts';

/** What her commits say. Nobody waits for git: the rows are drawn with what is known, and again when more is. */
export class Trailers {
  readonly #outloud: OutLoud;
  readonly #onMore: () => void;
  #known: readonly TrailerEntry[] = [];
  #isReading = false;

  constructor(outloud: OutLoud, onMore: () => void) {
    this.#outloud = outloud;
    this.#onMore = onMore;
  }

  of(desk: Desk): readonly TrailerEntry[] {
    if (!this.#isReading) {
      this.#isReading = true;
      void this.#read(desk).finally(() => (this.#isReading = false));
    }
    return this.#known;
  }

  async #read(desk: Desk): Promise<void> {
    try {
      const { trailersOf } = await import('./logRowsOf.ts');
      const { trailerKey } = await import('../../core/log/trailers.ts');
      const before = this.#known.map(trailerKey).join('\n');
      this.#known = await trailersOf(desk);
      if (this.#known.map(trailerKey).join('\n') !== before) this.#onMore();
    } catch (error) {
      this.#outloud.log.error(`trailers: ${traceOf(error)}`); // the log is there without them
    }
  }
}
