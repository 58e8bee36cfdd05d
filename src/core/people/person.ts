import type { Handle } from '../note/notePath.ts';

/** A name and address as git has them, after the mailmap. */
export interface Ident {
  readonly name: string;
  readonly email: string;
}

/** One member of `team.md`. Everything but the handle may be absent. */
export interface Member {
  readonly handle: Handle;
  readonly name?: string;
  readonly emails: readonly string[];
  readonly leads: readonly Handle[];
  readonly role?: string;
}

/** Somebody whose work and notes are looked at. */
export interface Person {
  readonly handle: Handle;
  /** As it is shown: `Ada`. */
  readonly name: string;
  /** Lower-case; every address she commits with, as far as known. */
  readonly emails: readonly string[];
}
