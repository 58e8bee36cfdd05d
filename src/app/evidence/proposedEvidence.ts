import { proposalsFor, type ProposedEvidence } from '../../core/evidence/proposals.ts';
import type { Goal } from '../../core/goal/goal.ts';
import { dayValue } from '../../core/note/noteDays.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addDays, type Day, type EpochSeconds } from '../../core/time/day.ts';
import type { PieceOfWork } from '../../core/work/piece.ts';
import type { Desk } from '../desk.ts';
import { gatherCommits } from '../week/gatherWork.ts';
import { ownGoals } from '../goal/goalsOf.ts';
import type { Shelf } from '../shelf.ts';
import { logOf } from '../log/weekLog.ts';

/** A goal and what may be evidence for it. */
export interface GoalProposals {
  readonly goal: Goal;
  readonly proposals: readonly ProposedEvidence[];
}

export interface ProposalOptions {
  /** What she said is not for this goal. */
  readonly isRefused?: (goal: Goal, key: string) => boolean;
  readonly signal?: AbortSignal | undefined;
  /** Asks for her work instead of {@link workSince}: whoever looks often remembers the answer. */
  readonly worked?: (since: Day) => Promise<readonly WorkedPiece[]>;
}

/** A piece of work and when it was last worked on. */
export interface WorkedPiece {
  readonly piece: PieceOfWork;
  readonly last: EpochSeconds;
}

/** So far back work is looked at for a goal that does not say when it began, and for any other. */
const daysBack = 56;
const mostDaysBack = 182;

/** What may be evidence for each active goal of the person at the desk. Without a history only her log is looked at. */
export async function proposedEvidence(
  desk: Desk,
  { isRefused, signal, worked: workedAt = since => workSince(desk, since, { signal }) }: ProposalOptions = {},
): Promise<readonly GoalProposals[]> {
  const { notebook, me } = desk;
  const [own, { all }] = await Promise.all([ownGoals(desk), logOf(desk, me)]);
  const goals = own.filter(({ status }) => status === 'active');
  if (goals.length === 0) return [];
  const starts = await Promise.all(goals.map(goal => startOf(desk, goal)));
  const worked = await workedAt(earliest(starts));
  const calendar = calendarOf(desk.clock.zone);
  return Promise.all(
    goals.map(async (goal, index) => {
      const start = starts[index] ?? earliest(starts);
      const from = calendar.startOf(start);
      const pieces = worked.filter(({ last }) => last >= from).map(each => each.piece);
      const entries = all.filter(({ day }) => day >= start);
      const text = await (notebook[goal.shelf] as Shelf<NotePath>).read(goal.path); // its path is of this shelf
      const found = proposalsFor(goal, text, { pieces, entries });
      return { goal, proposals: found.filter(({ key }) => isRefused?.(goal, key) !== true) };
    }),
  );
}

/** The day a goal began, as its note says, but not long ago. */
async function startOf({ notebook, clock }: Desk, { shelf, path }: Goal): Promise<Day> {
  const note = await (notebook[shelf] as Shelf<NotePath>).note(path);
  const today = clock.today();
  const said = dayValue(note?.head['date']) ?? addDays(today, -daysBack);
  const longAgo = addDays(today, -mostDaysBack);
  return said < longAgo ? longAgo : said;
}

function earliest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (other < one ? other : one));
}

/** Her pieces of work since a day, each with when it was last worked on; the newest last. */
export async function workSince(
  { history, clock, me }: Desk,
  since: Day,
  { signal, pause }: { readonly signal?: AbortSignal | undefined; readonly pause?: () => Promise<void> } = {},
): Promise<readonly WorkedPiece[]> {
  if (!history) return [];
  const calendar = calendarOf(clock.zone);
  const window = { from: calendar.startOf(since), to: calendar.startOf(addDays(clock.today(), 1)) };
  const { work, commits } = await gatherCommits(history, {
    window,
    person: me,
    ...(signal && { signal }),
    ...(pause && { pause }),
  });
  const authored = new Map(commits.map(({ hash, authored }) => [hash, authored]));
  return [...(work?.pieces ?? []), ...(work?.also ?? [])]
    .map(piece => ({ piece, last: Math.max(...piece.commits.map(({ hash }) => authored.get(hash) ?? 0)) }))
    .toSorted((a, b) => a.last - b.last);
}
