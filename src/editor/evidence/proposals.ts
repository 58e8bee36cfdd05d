import type { Desk } from '../../app/desk.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { Person } from '../../core/people/person.ts';
import type { OutLoud } from '../outloud.ts';
import type { GoalAdditionSource } from '../support/goalAdditions.ts';
import { traceOf } from '../support/tell.ts';

type Rows = ReadonlyMap<string, readonly OutlineRow[]>;

const nothing: Rows = new Map();

/**
 * What may be evidence for her own goals. Nobody waits for git: the goals are drawn with what is known, and again when more is.
 * Other people's goals are looked at only, so nothing is proposed for them.
 */
export class Proposals implements GoalAdditionSource {
  readonly #outloud: OutLoud;
  #known = nothing;
  /** The notes folder the rows are of. */
  #folder: string | undefined;
  #isReading = false;
  /** Something changed while it was being read. */
  #isBehind = false;

  constructor(outloud: OutLoud) {
    this.#outloud = outloud;
  }

  of(desk: Desk, person: Person): Rows {
    if (person.handle !== desk.me.handle) return nothing;
    this.#readSoon(desk);
    return this.#folder === desk.notebook.place.folder ? this.#known : nothing;
  }

  /** Commits came or went, or something was refused. Whoever looks at the goals is told when more is known. */
  lookAnew(): void {
    if (this.#folder !== undefined) this.#outloud.goalAdditions.changed();
  }

  #readSoon(desk: Desk): void {
    this.#isBehind = this.#isReading;
    if (this.#isReading) return;
    this.#isReading = true;
    // After the rows are drawn: finding proposals reads the goals' notes and asks git.
    setTimeout(() => {
      void this.#read(desk).finally(() => {
        this.#isReading = false;
        if (this.#isBehind) this.#readSoon(desk);
      });
    });
  }

  async #read(desk: Desk): Promise<void> {
    try {
      const [{ proposalsOf }, { proposedRows }] = await Promise.all([
        import('./acceptProposals.ts'),
        import('../../core/outline/proposedRows.ts'),
      ]);
      const found = await proposalsOf(this.#outloud, desk);
      const rows = new Map<string, readonly OutlineRow[]>(
        found.map(({ goal, proposals }) => [goal.path, proposedRows(goal, proposals)]),
      );
      const isSame = this.#folder === desk.notebook.place.folder && textOf(rows) === textOf(this.#known);
      this.#known = rows;
      this.#folder = desk.notebook.place.folder;
      if (!isSame) this.#outloud.goalAdditions.changed();
    } catch (error) {
      this.#outloud.log.error(`proposed evidence: ${traceOf(error)}`); // the goals are there without it
    }
  }
}

function textOf(rows: Rows): string {
  return JSON.stringify([...rows].filter(([, each]) => each.length > 0));
}
