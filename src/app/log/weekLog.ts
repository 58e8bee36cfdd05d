import {
  entriesOfWeek,
  newestFirst,
  notYetAccepted,
  privateEntries,
  sharedEntries,
  type LoggedEntry,
  type SharedPlace,
} from '../../core/log/loggedEntry.ts';
import type { TrailerEntry } from '../../core/log/trailerEntry.ts';
import { trailerEntries } from '../../core/log/trailers.ts';
import type { Person } from '../../core/people/person.ts';
import { calendarOf } from '../../core/time/calendar.ts';
import { weekOf, type Week } from '../../core/time/week.ts';
import type { Commit, RepositoryInfo } from '../../core/work/commit.ts';
import { goalOfTrailer, isEvidenceFor } from '../evidence/goalTrailer.ts';
import type { Desk } from '../desk.ts';

/** The log of one person's week, newest first. */
export interface WeekLog {
  /** For anybody's eyes. */
  readonly entries: readonly LoggedEntry<SharedPlace>[];
  /** For her own eyes: never into a shared file. Empty for somebody else's week. */
  readonly privateEntries: readonly LoggedEntry[];
  /** What her commits say and no note does yet, oldest first. */
  readonly trailers: readonly TrailerEntry[];
}

export interface WeekLogOptions {
  /** Whose week; else that of the person at the desk. */
  readonly person?: Person;
  /** Where the commits have pages; else the history is asked. */
  readonly repositories?: readonly RepositoryInfo[];
}

/**
 * The log of a week: the entries that are notes, and the trailers of her commits that are not yet.
 *
 * @param commits as the history answers them; only those she authored in this week count
 */
export async function weekLog(
  desk: Desk,
  week: Week,
  commits: readonly Commit[],
  { person = desk.me, repositories }: WeekLogOptions = {},
): Promise<WeekLog> {
  const { all, shared } = await logOf(desk, person);
  const pages = repositories ?? (await repositoriesOf(desk, commits));
  const said = trailerEntries(commits, calendarOf(desk.clock.zone), { person, repositories: pages });
  const ofWeek = said.filter(({ day }) => weekOf(day) === week);
  return {
    entries: entriesOfWeek(shared, week),
    privateEntries: entriesOfWeek(
      all.filter(({ isPrivate }) => isPrivate),
      week,
    ),
    trailers: await withoutKnownEvidence(desk, person, notYetAccepted(ofWeek, all)),
  };
}

/**
 * A person's whole log: what others may read, and everything her own eyes may. What lies on the private shelf is private
 * whatever it says; what says so on the shared one is too.
 */
export async function logOf(
  { notebook, me }: Pick<Desk, 'notebook' | 'me'>,
  person: Person,
): Promise<{ readonly shared: readonly LoggedEntry<SharedPlace>[]; readonly all: readonly LoggedEntry[] }> {
  const inTeam = sharedEntries(await notebook.shared.notes(), person.handle);
  const shared = inTeam.filter(({ isPrivate }) => !isPrivate);
  if (person.handle !== me.handle) return { shared, all: shared };
  const own = privateEntries(await notebook.private.notes());
  return { shared, all: own.length === 0 ? inTeam : newestFirst([...inTeam, ...own]) };
}

async function withoutKnownEvidence(
  desk: Desk,
  person: Person,
  trailers: readonly TrailerEntry[],
): Promise<readonly TrailerEntry[]> {
  const isKnown = await Promise.all(trailers.map(trailer => isEvidenceAlready(desk, person, trailer)));
  return trailers.filter((_, index) => !isKnown[index]);
}

/** A goal's note that can't be read now says nothing against the trailer. */
async function isEvidenceAlready(desk: Desk, person: Person, trailer: TrailerEntry): Promise<boolean> {
  if (trailer.kind !== 'goal') return false;
  try {
    const goal = await goalOfTrailer(desk, trailer, person);
    return goal !== undefined && isEvidenceFor(goal.text, trailer.commit);
  } catch {
    return false;
  }
}

async function repositoriesOf({ history }: Desk, commits: readonly Commit[]): Promise<readonly RepositoryInfo[]> {
  return commits.length === 0 ? [] : ((await history?.repositories()) ?? []);
}
