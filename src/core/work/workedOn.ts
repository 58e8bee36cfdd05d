import type { Person } from '../people/person.ts';
import { involvedIn } from './change.ts';
import { chosen } from './choose.ts';
import type { Commit, HistoryNotice, RepositoryInfo } from './commit.ts';
import { draftOf } from './draft.ts';
import { grouped } from './group.ts';
import type { WorkedOn } from './piece.ts';
import { pieceOf, surroundingsOf } from './pieceOf.ts';
import { withoutReverted } from './reverts.ts';
import { isReview, reviewedWork } from './reviewed.ts';
import { withoutSquashed } from './squashes.ts';
import { readChange } from './told.ts';
import { withoutTwins } from './twins.ts';

/** What {@link workedOn} needs beside the commits. */
export interface WorkedOnOptions {
  readonly person: Person;
  /** For links to their forges. */
  readonly repositories: readonly RepositoryInfo[];
  /** Patch-ids by hash of the commits that `suspects` names; without them only sure twins are found. */
  readonly patchIds?: ReadonlyMap<string, string>;
  readonly notices?: readonly HistoryNotice[];
  /** How many pieces are told in full; the rest folds under "also". 7 where it is not given. */
  readonly most?: number;
}

/**
 * What a person worked on, as a handful of pieces of work instead of a list of commits. Each change counts once, whatever was
 * rebased, picked, squashed or taken back. The same commits in another order give the same answer.
 *
 * @param commits of the window in question, as `History.commits` has them
 */
export function workedOn(commits: readonly Commit[], options: WorkedOnOptions): WorkedOn {
  const steps = workSteps(commits, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same a step at a time, for those who must let others have their turn: a commit may have ten thousand files. */
export function* workSteps(commits: readonly Commit[], options: WorkedOnOptions): Generator<undefined, WorkedOn> {
  const { person, repositories, patchIds = new Map<string, string>(), notices = [], most = 7 } = options;
  const around = surroundingsOf(person, repositories, commits);
  const changes = withoutReverted(withoutSquashed(withoutTwins(involvedIn(commits, person), patchIds)));
  const told = yield* each(changes, readChange);
  const drafts = yield* each(grouped(told.filter(one => !isReview(one))), draftOf);
  const { pieces, also } = chosen(drafts, most);
  return {
    pieces: yield* each(pieces, draft => pieceOf(draft, around)),
    also: yield* each(also, draft => pieceOf(draft, around)),
    reviewed: reviewedWork(grouped(told.filter(isReview)), around),
    notices,
  };
}

function* each<A, B>(items: readonly A[], make: (item: A) => B): Generator<undefined, readonly B[]> {
  const made: B[] = [];
  for (const item of items) {
    yield;
    made.push(make(item));
  }
  return made;
}
