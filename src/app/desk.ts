import type { Member, Person } from '../core/people/person.ts';
import type { Clock, History } from './ports.ts';
import type { Notebook } from './shelf.ts';

/** What a verb works with: one notebook, one person in front of it, and the world around them. */
export interface Desk {
  readonly notebook: Notebook;
  /** Whose notebook folder is written: nobody else's. */
  readonly me: Person;
  /** The members of `team.md`; empty without one. */
  readonly team: readonly Member[];
  readonly clock: Clock;
  /** Absent in Restricted Mode, without git, and outside any repository: everything but git features works. */
  readonly history?: History;
}
