import type { TimeWindow } from '../../core/time/calendar.ts';
import type { Person } from '../../core/people/person.ts';
import type { Commit } from '../../core/work/commit.ts';
import type { WorkedOn } from '../../core/work/piece.ts';
import { suspects } from '../../core/work/twins.ts';
import { workSteps } from '../../core/work/workedOn.ts';
import type { History } from '../ports.ts';

/** Whose work of when. */
export interface WorkQuestion {
  readonly window: TimeWindow;
  readonly person: Person;
  readonly signal?: AbortSignal;
  /** Told now and then with how many commits were looked at. */
  readonly progress?: (seen: number) => void;
  /** Gives others their turn while the work is put together. */
  readonly pause?: () => Promise<void>;
  /** How many pieces are told in full; see `workedOn`. */
  readonly most?: number;
}

/**
 * Reads from every repository what a person worked on, each change once.
 *
 * @returns undefined where there is no repository to read
 */
export async function gatherWork(history: History, question: WorkQuestion): Promise<WorkedOn | undefined> {
  return (await gatherCommits(history, question)).work;
}

/** The same with the commits it was made of, for the log entries in their trailers. */
export async function gatherCommits(
  history: History,
  { window, person, signal, progress, most, pause = () => Promise.resolve() }: WorkQuestion,
): Promise<{ readonly work?: WorkedOn; readonly commits: readonly Commit[] }> {
  const [repositories, { commits, notices }] = await Promise.all([
    history.repositories(signal),
    history.commits({ window, emails: person.emails, ...(signal && { signal }), ...(progress && { progress }) }),
  ]);
  if (repositories.length === 0 && notices.length === 0) return { commits };
  const patchIds = await patchIdsOf(history, commits, signal);
  signal?.throwIfAborted();
  const options = { person, repositories, patchIds, notices, ...(most !== undefined && { most }) };
  const steps = workSteps(commits, options);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    await pause();
    signal?.throwIfAborted();
  }
  return { work: step.value, commits };
}

/** Patch-ids cost a diff each, so they are asked for only where they decide something. */
async function patchIdsOf(
  history: History,
  commits: readonly Commit[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(suspects(commits));
  const byRepo = new Map<string, string[]>();
  for (const { repo, hash, patchId } of commits) {
    if (patchId !== undefined || !wanted.delete(hash)) continue; // once, where a fork has it too
    const hashes = byRepo.get(repo);
    if (hashes) hashes.push(hash);
    else byRepo.set(repo, [hash]);
  }
  const answers = await Promise.all([...byRepo].map(([repo, hashes]) => history.patchIds(repo, hashes, signal)));
  return new Map(answers.flatMap(answer => [...answer]));
}
