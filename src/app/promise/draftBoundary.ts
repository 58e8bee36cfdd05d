import { compareText } from '../../core/note/compareText.ts';
import { present } from '../../core/note/headValues.ts';
import { tasksOf } from '../../core/note/tasks.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { readProfile } from '../../core/people/profile.ts';
import { helpersFor, printBoundary, type Commitment, type Helper } from '../../core/promise/boundary.ts';
import { openPromises } from '../../core/promise/openPromises.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import { addWeeks, weekOf } from '../../core/time/week.ts';
import { plansLeft } from '../../core/week/plans.ts';
import { weeklyNotesOf } from '../../core/week/weeklyNotes.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import { sharedGoalsOf } from '../goal/goalsOf.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { publishedBy } from './promisesOf.ts';

/** What is known of a request for somebody's time. */
export interface AskedTime {
  /** What is asked for, in a few words. */
  readonly request?: string;
  /** Who asks: a handle or a name. */
  readonly from?: string;
  /** By when it is wanted. */
  readonly by?: Day;
}

type BoundaryDesk = Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>;

/**
 * A kind reply to a request for time, as text for her to change and send: her goals, promises and plans that others can read anyway, what
 * would move, and other ways. Nothing private is looked at, and nothing is written.
 */
export async function draftBoundary(desk: BoundaryDesk, { request, from, by }: AskedTime): Promise<string> {
  if (by !== undefined && parseDay(by) === undefined)
    throw new Failure(`“${by}” is no day. A day looks like 2026-12-18.`);
  const asking = from === undefined || from.trim() === '' ? undefined : personCalled(from, desk.team);
  const [commitments, offers] = await Promise.all([commitmentsOf(desk), offersOfOthers(desk, asking?.handle)]);
  return printBoundary({
    ...present('request', request?.trim()),
    ...present('from', asking?.name),
    ...present('by', by),
    today: desk.clock.today(),
    commitments,
    helpers: helpersFor(request ?? '', offers),
  });
}

/** What she said she would do, where others can read it. */
async function commitmentsOf(desk: BoundaryDesk): Promise<readonly Commitment[]> {
  const { notebook, me, team } = desk;
  const [goals, said, plans] = await Promise.all([
    sharedGoalsOf(notebook, me.handle),
    publishedBy(notebook, me.handle),
    plansOf(desk),
  ]);
  const active = goals.filter(({ status }) => status === 'active');
  return [
    ...active.map(({ title, due }): Commitment => ({ kind: 'goal', words: title, ...present('due', due) })),
    ...openPromises(said).map(({ text, to, due }): Commitment => ({
      ...{ kind: 'promise', words: text },
      ...present('to', to === undefined ? undefined : personCalled(to, team).name),
      ...present('due', due),
    })),
    ...plans,
  ];
}

/** What she planned for this week, in her newest weekly note of this week or the last. */
async function plansOf({ notebook: { shared }, me, clock }: BoundaryDesk): Promise<readonly Commitment[]> {
  const week = weekOf(clock.today());
  const notes = weeklyNotesOf(await shared.notes(), me.handle);
  const latest = notes.findLast(({ note, week: of }) => !note.isPrivate && of <= week && of >= addWeeks(week, -1));
  const text = latest && (await readIfThere(shared, latest.note.path));
  if (!latest || text === undefined) return [];
  const into = latest.week === week ? addWeeks(week, 1) : week;
  const open = plansLeft(text, latest.week, into).filter(({ state, from }) => state === 'open' && from === 'plans');
  return open.map(({ text: words, lines }): Commitment => {
    const [task] = tasksOf(lines[0] ?? '');
    return { kind: 'plan', words, ...present('due', task?.due) };
  });
}

/** What others offer in their profiles. */
async function offersOfOthers({ notebook, me, team }: BoundaryDesk, asking?: string): Promise<readonly Helper[]> {
  const profiles = (await notebook.shared.notes()).filter(({ type, isPrivate }) => type === 'profile' && !isPrivate);
  const offers = await Promise.all(
    profiles.map(async note => {
      const text = await readIfThere(notebook.shared, note.path);
      const { handle, offers: offered } = readProfile(note, text ?? '');
      const isOther = ![me.handle, asking ?? ''].some(each => sameHandle(each, handle));
      return isOther ? offered.map(offer => ({ name: personCalled(handle, team).name, offer })) : [];
    }),
  );
  return offers.flat().toSorted((a, b) => compareText(a.name, b.name));
}
