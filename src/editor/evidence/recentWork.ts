import { workSince, type WorkedPiece } from '../../app/evidence/proposedEvidence.ts';
import type { Desk } from '../../app/desk.ts';
import type { Day } from '../../core/time/day.ts';

/** For how long git's answer is good where nobody says that commits came, in milliseconds. */
const fresh = 60_000;

/** Her pieces of work, read from git once: the goals are drawn at every change of a note, and commits come seldom. */
export class RecentWork {
  #known: { readonly key: string; readonly at: number; readonly work: Promise<readonly WorkedPiece[]> } | undefined;

  /** What {@link workSince} answers; others have their turn meanwhile. */
  since(desk: Desk, since: Day): Promise<readonly WorkedPiece[]> {
    const key = JSON.stringify([desk.me, desk.clock.zone, desk.clock.today(), since, desk.history !== undefined]);
    if (this.#known?.key === key && performance.now() - this.#known.at < fresh) return this.#known.work;
    const work = workSince(desk, since, { pause: () => new Promise(resolve => setImmediate(resolve)) });
    const known = { key, at: performance.now(), work };
    this.#known = known;
    work.catch(() => {
      if (this.#known === known) this.#known = undefined; // asked again, it is tried again
    });
    return work;
  }
}
