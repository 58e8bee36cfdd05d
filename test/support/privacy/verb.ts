import { isFailure } from '../../../src/app/failure.ts';
import type { ShareDesk } from '../../../src/app/share/shareNotes.ts';
import { isSharingRefused } from '../../../src/app/share/noteSharing.ts';
import type { Person } from '../../../src/core/people/person.ts';
import type { MemoryDesk } from '../memoryDesk.ts';
import type { MemorySharing } from '../memorySharing.ts';

/** The desk of somebody whose private notes are full of her mark. */
export interface MarkedDesk extends MemoryDesk, ShareDesk {
  readonly sharing: MemorySharing;
  /** Her mark, for words that are meant for a private note. */
  readonly mark: string;
  /** Somebody else of the team. */
  readonly other: Person;
}

/**
 * How a file of `src/app` is driven among private notes. Each part may go over everything it finds at the desk; a verb that says no
 * (a `Failure`) said enough.
 */
export interface Verb {
  /** What it does to notes, as far as it can be done. What it answers is for her own eyes. */
  readonly does?: (desk: MarkedDesk) => unknown;
  /** What she is shown: nothing that is private to somebody else. Many are told one by one. */
  readonly shows?: (desk: MarkedDesk) => unknown;
  /** What is made for others: texts for the clipboard, offers for notes they read. Nothing private at all, hers included. */
  readonly forOthers?: (desk: MarkedDesk) => unknown;
}

/** Verbs by their file below `src/app`, without its ending. */
export type Verbs = Readonly<Record<string, Verb>>;

/** Does one thing of several: where it is refused, the others still have their turn. */
export async function tried<Result>(work: () => Promise<Result> | Result): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isFailure(error) || isSharingRefused(error)) return undefined; // said no
    throw error; // whatever else is thrown is a defect
  }
}
