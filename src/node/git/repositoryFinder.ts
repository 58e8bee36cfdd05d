import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HistoryNotice } from '../../core/work/commit.ts';
import type { Git } from './gitCall.ts';
import { gatherRepositories, locate, placesToLook, type Located, type Repository } from './repository.ts';

export interface FoundRepositories {
  readonly repositories: readonly Repository[];
  readonly notices: readonly HistoryNotice[];
  /** The repository of a place that was looked at: a folder, or the top of a work tree. */
  at(place: string): Repository | undefined;
}

/** Finds the repositories of the workspace; where one was found before, git is not asked again. */
export class RepositoryFinder {
  readonly #known = new Map<string, Located>();

  async find(git: Git, folders: readonly string[], signal?: AbortSignal): Promise<FoundRepositories> {
    const places = await placesToLook(folders);
    const found = await Promise.all(
      places.map(async place => ({ place, answer: await this.#locate(git, place, signal) })),
    );
    const located = found.flatMap(({ place, answer }) =>
      answer !== undefined && 'root' in answer ? [{ place, answer }] : [],
    );
    const notices = found.flatMap(({ answer }) => (answer !== undefined && 'code' in answer ? [answer] : []));
    const repositories = gatherRepositories(located.map(({ answer }) => answer));
    return {
      repositories,
      notices,
      at(place) {
        const answer = located.find(each => each.place === place || each.answer.root === place)?.answer;
        return repositories.find(({ commonDir }) => commonDir === answer?.commonDir);
      },
    };
  }

  async #locate(git: Git, place: string, signal?: AbortSignal): ReturnType<typeof locate> {
    const mark = await stat(join(place, '.git')).catch(() => undefined);
    if (mark === undefined) return locate(git, place, signal); // below a work tree, or in none
    const key = `${place}\0${mark.dev}:${mark.ino}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = await locate(git, place, signal);
    if (answer !== undefined && 'root' in answer) this.#known.set(key, answer);
    return answer;
  }
}
