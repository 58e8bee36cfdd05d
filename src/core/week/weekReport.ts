import type { Goal } from '../goal/goal.ts';
import type { LoggedEntry, SharedPlace } from '../log/loggedEntry.ts';
import type { TrailerEntry } from '../log/trailerEntry.ts';
import type { SharedPath } from '../note/notePath.ts';
import type { Member, Person } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Week } from '../time/week.ts';
import type { CommitLink, WorkedOn } from '../work/piece.ts';
import type { Plan } from './plans.ts';

/** Everything a weekly note can tell, as plain data. Nothing private is in it: what is, has no type that fits. */
export interface WeekReport {
  readonly week: Week;
  readonly person: Person;
  /** Where the note is, or would be: its links start there. */
  readonly path: SharedPath;
  readonly team: readonly Member[];
  /** Undefined where no history can be read. */
  readonly work?: WorkedOn;
  /** The shared entries of the week's log, newest first. */
  readonly entries: readonly ReportedEntry[];
  readonly trailers: readonly TrailerEntry[];
  /** Her goals that others may read. */
  readonly goals: readonly Goal<SharedPath>[];
  readonly feedback: readonly FeedbackWanted[];
  /** What the last note left to this one. */
  readonly plans: readonly Plan[];
  /** `git patch-id` of a commit where it is known. */
  readonly patchIdOf?: (commit: CommitLink) => string | undefined;
}

/** An entry of the log with whom it is for: who is thanked, or whom she asks. */
export interface ReportedEntry extends LoggedEntry<SharedPlace> {
  /** Handles or names. */
  readonly to: readonly string[];
}

/** Feedback she asked for. */
export interface FeedbackWanted {
  readonly path: SharedPath;
  readonly title: string;
  /** Handles of those who were asked and have not answered. */
  readonly waitsFor: readonly string[];
  /** Handles of those who have answered. */
  readonly answeredBy: readonly string[];
  readonly due?: Day;
}
