import type { Desk } from '../../app/desk.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import type { Disposable } from '../../app/ports.ts';
import type { Person } from '../../core/people/person.ts';
import type { OutLoud } from '../outloud.ts';
import type { GoalAdditionSource } from '../support/goalAdditions.ts';
import type { RecentWork } from './recentWork.ts';
import { traceOf } from '../support/tell.ts';

type Rows = ReadonlyMap<string, readonly OutlineRow[]>;

const nothing: Rows = new Map();

/** How long after the goals were drawn it is looked for more, in milliseconds: first they are in sight, and a burst of changes is one. */
const rest = 400;

/**
 * What may be evidence for her own goals. Nobody waits for git: the goals are drawn with what is known, and again when more is.
 * Other people's goals are looked at only, so nothing is proposed for them.
 */
export class Proposals implements GoalAdditionSource, Disposable {
  readonly #outloud: OutLoud;
  #known = nothing;
  /** The notes folder the rows are of. */
  #folder: string | undefined;
  #work: RecentWork | undefined;
  #timer: NodeJS.Timeout | undefined;
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
    this.#work = undefined;
    if (this.#folder !== undefined) this.#outloud.goalAdditions.changed();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #readSoon(desk: Desk): void {
    this.#isBehind = this.#isReading;
    if (this.#isReading) return;
    this.#isReading = true;
    this.#timer = setTimeout(() => {
      this.#isBehind = false;
      void this.#read(desk).finally(() => {
        this.#isReading = false;
        if (this.#isBehind) this.#readSoon(desk);
      });
    }, rest);
  }

  async #read(desk: Desk): Promise<void> {
    try {
      const [{ proposalsOf }, { RecentWork }, { proposedRows }] = await Promise.all([
        import('./acceptProposals.ts'),
        import('./recentWork.ts'),
        import('../../core/outline/proposedRows.ts'),
      ]);
      this.#work ??= new RecentWork();
      const found = await proposalsOf(this.#outloud, desk, this.#work);
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
