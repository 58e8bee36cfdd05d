import { silentOf, requestState } from '../../core/feedback/requestState.ts';
import { skillsAsked } from '../../core/feedback/skillsAsked.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { Acquaintances } from '../../core/reviewer/acquaintances.ts';
import { chooseCodeOwners, ownersOf } from '../../core/reviewer/codeOwners.ts';
import { pastWork } from '../../core/reviewer/pastWork.ts';
import { rankReviewers, type Reason } from '../../core/reviewer/rankReviewers.ts';
import type { PersonId } from '../../core/reviewer/reviewFacts.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { addMonths } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import type { RangeOfWork, WorkBefore } from '../ports.ts';
import { skillMatrixOf } from '../skill/skillMatrix.ts';
import { feedbackOf } from './feedbackOf.ts';

/** What somebody is to be asked about. */
export interface AskAbout {
  readonly kind?: string | undefined;
  /** Title, subjects and question: skills may be named there. */
  readonly words: string;
  /** A folder of the code in question; without one only notes tell whom to ask. */
  readonly place?: string | undefined;
  readonly range?: RangeOfWork | undefined;
  readonly file?: { readonly path: string; readonly lines?: readonly [number, number] | undefined } | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Somebody to ask, and why. */
export interface SomebodyToAsk {
  readonly handle: Handle;
  readonly name: string;
  readonly reasons: readonly Reason[];
}

/** How far back work tells who knows something. */
const months = 24;
const mostOwned = 200;
/** So often a path is compared with a line of a file of code owners: a stranger may have written thousands. */
const mostCompared = 20_000;

/**
 * Whom to ask for feedback, the best first. Where there is a team only its members are proposed, all of them; without one everybody
 * the history knows. A history that can't be read leaves what the notes say.
 */
export async function whomToAsk(desk: Desk, about: AskAbout): Promise<readonly SomebodyToAsk[]> {
  const { me, team, clock } = desk;
  const [before, teachers, waiting] = await Promise.all([
    readBefore(desk, about),
    teachersFor(desk, about),
    waitingFor(desk),
  ]);
  const people = new Acquaintances({ me, team });
  const past = before.commits.map(commit => pastWork(commit, people));
  const lines = counted(before.lines.map(({ author, lines: count }) => [people.idOf(author), count] as const));
  const files = about.range?.files ?? (about.file ? [about.file.path] : []);
  const members = new Set(team.map(({ handle }) => handle));
  const suggestions = rankReviewers({
    now: clock.now(),
    asker: me.handle,
    files,
    words: [about.words, ...(about.range?.commits.map(({ subject }) => subject) ?? [])].join(' '),
    past,
    lines,
    owners: ownersAmong(before, files, people),
    teachers,
    team: [...members],
    waiting,
    mayAsk: person => team.length === 0 || members.has(person),
  });
  return suggestions.map(({ person, reasons }) => ({ handle: person, name: people.nameOf(person), reasons }));
}

async function readBefore({ history, clock }: Desk, { place, range, file, signal }: AskAbout): Promise<WorkBefore> {
  const nothing: WorkBefore = { commits: [], lines: [], codeOwners: new Map() };
  if (!history || place === undefined) return nothing;
  const since = calendarOf(clock.zone).startOf(addMonths(clock.today(), -months));
  try {
    return await history.workBefore({ place, range, file, since, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && error.name === 'AbortError') throw error;
    return nothing; // feedback can be asked for without git
  }
}

function ownersAmong(
  { codeOwners, forge }: WorkBefore,
  files: readonly string[],
  people: Acquaintances,
): ReadonlyMap<PersonId, number> {
  const rules = chooseCodeOwners(codeOwners, forge?.kind);
  if (!rules) return new Map();
  const most = Math.min(mostOwned, Math.ceil(mostCompared / (rules.rules.length + 1)));
  const owned = files
    .slice(0, most)
    .flatMap(file => ownersOf(rules, file).flatMap(owner => people.ownerOf(owner) ?? []));
  return counted(owned.map(person => [person, 1] as const));
}

function counted(pairs: readonly (readonly [PersonId, number])[]): ReadonlyMap<PersonId, number> {
  const sums = new Map<PersonId, number>();
  for (const [person, amount] of pairs) if (person !== '') sums.set(person, (sums.get(person) ?? 0) + amount);
  return sums;
}

/** Who offers to teach what is asked about, and is proficient in it. */
async function teachersFor(desk: Desk, { kind, words, range, file }: AskAbout): Promise<ReadonlyMap<PersonId, string>> {
  const { skills, team } = await skillMatrixOf(desk);
  const files = range?.files ?? (file ? [file.path] : []);
  const subjects = range?.commits.map(({ subject }) => subject).join(' ') ?? '';
  const asked = skillsAsked(skills, { kind, files, words: `${words} ${subjects}` });
  const teachers = new Map<PersonId, string>();
  for (const { slug, name } of asked)
    for (const handle of team.find(({ skill }) => skill === slug)?.teachers ?? [])
      if (!teachers.has(handle)) teachers.set(handle, name);
  return teachers;
}

/** How many requests wait for somebody. It only lowers what speaks for asking once more. */
async function waitingFor(desk: Desk): Promise<ReadonlyMap<PersonId, number>> {
  const today = desk.clock.today();
  const { asked } = await feedbackOf(desk);
  const open = asked.filter(each => requestState(each, today) === 'open').flatMap(silentOf);
  return counted(
    open.map(handle => [desk.team.find(member => sameHandle(member.handle, handle))?.handle ?? handle, 1] as const),
  );
}
