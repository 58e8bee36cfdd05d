import type { EpochSeconds } from '../time/day.ts';

/** Stands for one person among the facts: her handle, or an address nobody of the team has. */
export type PersonId = string;

/** One commit as far as it tells who knows what. */
export interface PastWork {
  /** When it came into the history. */
  readonly at: EpochSeconds;
  readonly author: PersonId;
  /** Who reviewed or acknowledged it. */
  readonly reviewers: readonly PersonId[];
  /** Who wrote it with the author, or tested it. */
  readonly helpers: readonly PersonId[];
  /** From the repository's top level on. At most as many as tell something. */
  readonly files: readonly string[];
  /** What its subject says. */
  readonly words?: readonly string[];
}

/** What is known before anybody is asked. */
export interface ReviewFacts {
  readonly now: EpochSeconds;
  /** Who asks. She is never proposed to herself. */
  readonly asker: PersonId;
  /** The files it is about, from the repository's top level on; none where it is about no code. */
  readonly files: readonly string[];
  /** What it is called: its title, or the subjects of its commits. */
  readonly words?: string;
  /** The commits before, in any order. */
  readonly past: readonly PastWork[];
  /** Who wrote how much of the lines it changes; the figures only count beside each other. */
  readonly lines?: ReadonlyMap<PersonId, number>;
  /** Who owns how many of the files, as the team's CODEOWNERS says. */
  readonly owners?: ReadonlyMap<PersonId, number>;
  /** Who offers to teach what it is about: the skill's name. */
  readonly teachers?: ReadonlyMap<PersonId, string>;
  /** Everybody who may be asked though no fact speaks for them: the team. */
  readonly team?: readonly PersonId[];
  /** How many requests wait for somebody already. Never shown. */
  readonly waiting?: ReadonlyMap<PersonId, number>;
  /** Who can't be asked: bots, and people who are gone. */
  readonly mayAsk?: (person: PersonId) => boolean;
}
