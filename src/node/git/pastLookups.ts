import type { FilesPast, FileVersion, NamedCommitsQuery, VersionsQuery } from '../../app/ports.ts';
import type { NamedCommit } from '../../core/work/namedCommit.ts';
import { CommitLookup } from './commitLookup.ts';
import { filesPast } from './filesPast.ts';
import { readVersions } from './fileVersions.ts';
import type { Git } from './gitCall.ts';
import type { Repository } from './repository.ts';
import { openView } from './view.ts';

/** How many files' earlier texts are kept in memory. */
const mostTraced = 100;

/** A file at the commit that is checked out. */
export interface PlaceAtHead {
  readonly repository: Repository;
  readonly head: string;
  /** From the repository's top level on, with forward slashes. */
  readonly path: string;
}

/** What is looked up in commits that are there already, and kept, as no commit ever changes. */
export class PastLookups {
  readonly #storage: string;
  /** Earlier texts of files, by the commit they lead to. */
  readonly #versions = new Map<string, readonly FileVersion[]>();
  /** Starting a process holds the extension host for a moment: earlier texts are read for one file after the other. */
  #tracing: Promise<unknown> = Promise.resolve();
  /** By repository. */
  readonly #lookups = new Map<string, CommitLookup>();
  /** What is known of each work tree's older commits, by its top. */
  readonly #pasts = new Map<string, FilesPast>();

  /** @param storage where the views of repositories lie */
  constructor(storage: string) {
    this.#storage = storage;
  }

  /** The texts a file had, up to the commit that is checked out. */
  async versions(
    git: Git,
    { repository, head, path }: PlaceAtHead,
    query: VersionsQuery,
  ): Promise<readonly FileVersion[]> {
    const key = [repository.id, head, path, query.since, query.most].join('\0');
    const known = this.#versions.get(key);
    if (known) return known;
    const reading = this.#tracing.then(() => {
      query.signal?.throwIfAborted();
      return readVersions(git, openView(this.#storage, repository), { head, path }, query);
    });
    this.#tracing = reading.catch(() => undefined);
    const read = await reading;
    if (this.#versions.size >= mostTraced) this.#versions.clear();
    this.#versions.set(key, read);
    return read;
  }

  /** What each commit is that a note names, in the order of the question. */
  async commitsNamed(
    git: Git,
    repositories: readonly Repository[],
    query: NamedCommitsQuery,
  ): Promise<readonly NamedCommit[]> {
    const answers = query.commits.map((): NamedCommit => ({ state: 'noRepository' }));
    for (const repository of repositories) {
      const asked = [...query.commits.entries()].filter(
        ([at, { repo }]) => answers[at]?.state !== 'found' && isCalled(repository, repo),
      );
      if (asked.length === 0) continue;
      const lookup = this.#lookups.get(repository.id) ?? new CommitLookup();
      this.#lookups.set(repository.id, lookup);
      const names = asked.map(([, name]) => name);
      const found = await lookup.find(git, openView(this.#storage, repository), names, query);
      asked.forEach(([at], index) => (answers[at] = better(answers[at], found[index])));
    }
    return answers;
  }

  /** What became of the files of a work tree. */
  filesPast(git: Git, repository: Repository, { head, root }: Pick<FilesPast, 'head' | 'root'>): FilesPast {
    const known = this.#pasts.get(root);
    if (known?.head === head && known.repo === repository.name) return known;
    const past = filesPast(git, openView(this.#storage, repository), { head, root });
    this.#pasts.set(root, past);
    return past;
  }
}

/** Whether people call a repository so: by its name in the window, or by that of its folder alone. */
function isCalled({ name }: Repository, called: string | undefined): boolean {
  return called === undefined || name === called || name.endsWith(`/${called}`);
}

/** Of what two repositories say of a commit: that it is there, else what leaves more open. */
function better(before: NamedCommit | undefined, now: NamedCommit | undefined): NamedCommit {
  const order = ['found', 'ambiguous', 'cannotTell', 'missing', 'noRepository'];
  const [best] = [before, now]
    .flatMap(each => each ?? [])
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return best ?? { state: 'cannotTell' };
}
