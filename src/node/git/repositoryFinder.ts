import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HistoryNotice } from '../../core/work/commit.ts';
import type { Git } from './gitCall.ts';
import { gatherRepositories, locate, placesToLook, type Located, type Repository } from './repository.ts';
import { listRefs } from './tips.ts';

/** One work tree of a repository. */
export interface FoundTree {
  readonly repository: Repository;
  /** Its place among the repository's work trees. */
  readonly tree: number;
}

export interface FoundRepositories {
  readonly repositories: readonly Repository[];
  readonly notices: readonly HistoryNotice[];
  /** The branches of a repository met for the first time, asked for at once, as {@link readTips} wants them. */
  readonly refsOf: (repository: Repository) => Promise<string> | undefined;
  /** The work tree of a place that was looked at: a folder, or its top. */
  at(place: string): FoundTree | undefined;
}

/** Finds the repositories of the workspace; where one was found before, git is not asked again. */
export class RepositoryFinder {
  readonly #known = new Map<string, Located>();

  async find(git: Git, folders: readonly string[], signal?: AbortSignal): Promise<FoundRepositories> {
    // What lies below a folder is looked for while git is asked about the folder itself.
    const asked = new Map(folders.map(folder => [folder, this.#locate(git, folder, signal)]));
    for (const answer of asked.values()) answer.catch(() => undefined);
    const places = await placesToLook(folders);
    const found = await Promise.all(places.map(place => asked.get(place) ?? this.#locate(git, place, signal)));
    const located = found.flatMap(({ place, answer, refs }) =>
      answer !== undefined && 'root' in answer ? [{ place, answer, refs }] : [],
    );
    const notices = found.flatMap(({ answer }) => (answer !== undefined && 'code' in answer ? [answer] : []));
    const repositories = gatherRepositories(located.map(({ answer }) => answer));
    return {
      repositories,
      notices,
      refsOf: ({ root }) => located.find(({ answer }) => answer.root === root)?.refs,
      at(place) {
        const answer = located.find(each => each.place === place || each.answer.root === place)?.answer;
        const repository = repositories.find(({ commonDir }) => commonDir === answer?.commonDir);
        if (answer === undefined || repository === undefined) return undefined;
        return { repository, tree: repository.gitDirs.indexOf(answer.gitDir) };
      },
    };
  }

  async #locate(git: Git, place: string, signal?: AbortSignal): Promise<Looked> {
    const mark = await stat(join(place, '.git')).catch(() => undefined);
    if (mark === undefined) return { place, answer: await locate(git, place, signal) }; // below a work tree, or in none
    const key = `${place}\0${mark.dev}:${mark.ino}`;
    const known = this.#known.get(key);
    if (known !== undefined) return { place, answer: known };
    const refs = listRefs(git, place, signal);
    refs.catch(() => undefined);
    const answer = await locate(git, place, signal);
    if (answer !== undefined && 'root' in answer) this.#known.set(key, answer);
    return { place, answer, refs };
  }
}

interface Looked {
  readonly place: string;
  readonly answer: Awaited<ReturnType<typeof locate>>;
  readonly refs?: Promise<string>;
}
