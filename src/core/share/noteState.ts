import type { SharedPath } from '../note/notePath.ts';

/**
 * Where one note stands between the disk and the others: as a hash of its contents at each place, undefined where it is not there.
 */
export interface NoteState {
  readonly path: SharedPath;
  /** As the others have it: where this branch left the one it is shared through. The last commit, where there is none such. */
  readonly others: string | undefined;
  /** In the last commit. */
  readonly committed: string | undefined;
  /** On the disk, as git would store it. */
  readonly now: string | undefined;
  /** Why git should not be handed it: it is told to leave it alone, to store it changed by a program, or two versions meet. */
  readonly kept?: 'ignored' | 'filtered' | 'unmerged';
  /** What says so, as git names it: `.gitignore:3: notes/`. */
  readonly keptBy?: string;
}

/** Whether there is anything in it that others do not have. */
export function hasNews({ others, committed, now }: NoteState): boolean {
  return now !== committed || committed !== others;
}
