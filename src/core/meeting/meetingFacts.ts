import type { HeardFeedback } from './heardFeedback.ts';
import type { Goal } from '../goal/goal.ts';
import type { LoggedEntry, SharedPlace } from '../log/loggedEntry.ts';
import type { OpenPromise } from '../promise/openPromises.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { leads } from '../people/leads.ts';
import type { Member, Person } from '../people/person.ts';
import type { Gap } from '../skill/gaps.ts';
import type { Day } from '../time/day.ts';
import type { CommitLink, WorkedOn } from '../work/piece.ts';
import type { CarriedLine } from './carriedLine.ts';
import type { MeetingKind } from './kinds.ts';
import type { Participant } from './participants.ts';
import type { AskedOn } from './rotation.ts';
import type { ToldWeek } from './toldWeek.ts';

/** How the person who prepares stands to the other one: led by her, leading her, or neither. */
export type Side = 'led' | 'leads' | 'peer';

/** Who meets whom, when and what for. */
export interface Meeting {
  readonly day: Day;
  readonly kind: MeetingKind;
  /** Who prepares. */
  readonly me: Person;
  readonly other: Person;
  readonly side: Side;
  /** Who speaks for the person where she would rather not. */
  readonly advocate?: Handle;
}

/** A promise between the two, as it is told. */
export type ToldPromise = Pick<OpenPromise, 'by' | 'text' | 'due' | 'since' | 'promised'>;

/** What became of something one wanted to try. */
export interface Tried {
  readonly text: string;
  readonly state: 'done' | 'dropped';
  readonly done?: Day;
}

/**
 * Everything a meeting's note can tell, as plain data. It is about the person who prepares; where she leads the other one, about the other,
 * and then only what the other shared: there is no place here for what git knows of her.
 */
export interface MeetingFacts {
  readonly meeting: Meeting;
  /** The day of the last meeting, or the first that is looked at. */
  readonly since: Day;
  /** Open ones of both sides, the oldest first. */
  readonly promises: readonly ToldPromise[];
  /** Those the note still tells of, and that are open no more. */
  readonly settled?: readonly Pick<ToldPromise, 'by' | 'text'>[];
  /** The work of the person who prepares; absent where she leads the other one, and where no history can be read. */
  readonly work?: WorkedOn;
  readonly patchIdOf?: (commit: CommitLink) => string | undefined;
  /** What the other published of her weeks, the newest first. Empty for one's own. */
  readonly weeks: readonly ToldWeek[];
  /** Shared entries of the log, newest first. */
  readonly entries: readonly LoggedEntry<SharedPlace>[];
  /** Shared goals. */
  readonly goals: readonly Goal<SharedPath>[];
  readonly feedback: readonly HeardFeedback[];
  readonly needs: readonly string[];
  readonly visions: readonly string[];
  readonly gaps: readonly Gap[];
  /** What is still open in earlier notes, by the heading it stands below. */
  readonly carried: ReadonlyMap<string, readonly CarriedLine[]>;
  readonly tried: readonly Tried[];
  readonly asked: AskedOn;
  /** Who takes part besides the person who prepares. */
  readonly people: readonly Pick<Participant, 'handle' | 'isAdvocate'>[];
  readonly team: readonly Member[];
}

/** How somebody stands to somebody else, as `team.md` says. Where each leads the other, they are colleagues. */
export function sideOf(team: readonly Member[], me: Handle, other: Handle): Side {
  const [isLeader, isLed] = [leads(team, me, other), leads(team, other, me)];
  return isLeader === isLed ? 'peer' : isLeader ? 'leads' : 'led';
}

/** Whom a meeting is about: the person who is led, and between colleagues the one who prepares. */
export function aboutWhom({ side, me, other }: Meeting): Person {
  return side === 'leads' ? other : me;
}
