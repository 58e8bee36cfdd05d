import type { Day } from '../time/day.ts';
import type { CommitLink } from '../work/piece.ts';

/** A `Learned:`, `Goal:` or `Thanks:` trailer of one's own commit: an entry of the log that is no file yet. */
export interface TrailerEntry {
  readonly kind: 'learned' | 'goal' | 'thanks';
  readonly text: string;
  readonly day: Day;
  readonly commit: CommitLink;
}
