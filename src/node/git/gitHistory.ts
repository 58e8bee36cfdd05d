import { join, relative, sep } from 'node:path';
import type {
  FilesPast,
  FileVersion,
  History,
  HistoryAnswer,
  HistoryQuery,
  NamedCommitsQuery,
  RangeOfWork,
  RangeQuery,
  VersionsQuery,
  WorkBefore,
  WorkBeforeQuery,
} from '../../app/ports.ts';
import { forgeOf } from '../../core/forge/forge.ts';
import type { Ident } from '../../core/people/person.ts';
import type { HistoryNotice, RepositoryInfo } from '../../core/work/commit.ts';
import type { NamedCommit } from '../../core/work/namedCommit.ts';
import { blame } from './blame.ts';
import { readConfiguration } from './configuration.ts';
import { EarlierCommits } from './earlierCommits.ts';
import { Git } from './gitCall.ts';
import { GitFinder, type GitOptions } from './gitFinder.ts';
import { readHeadFile } from './headFile.ts';
import { HistoryCache } from './historyCache.ts';
import { readIdentities } from './identities.ts';
import { readMailmap } from './mailmap.ts';
import { readPatchIds } from './patchIds.ts';
import { PastLookups } from './pastLookups.ts';
import { rangeOfWork } from './rangeOfWork.ts';
import type { RepositoryQuery } from './reading.ts';
import { readHistory } from './readHistory.ts';
import { RepositoryFinder, type FoundTree } from './repositoryFinder.ts';
import { workTreeAbove, type Repository } from './repository.ts';
import { readTips, type Tips } from './tips.ts';
import { openView, type View } from './view.ts';
import { AuthorsOfLines, workBefore } from './workBefore.ts';

export interface GitHistoryOptions extends GitOptions {
  /** Default: the machine's clock. Only tells whether a window lies in the past. */
  now?(): number;
}

/**
 * The history of the workspace, as git has it. Nothing that a repository brings along is run, whatever is in it.
 *
 * @example
 * const history = gitHistory({ folders: () => [shop], storage: extensionStorage });
 * await history.commits({ window: calendar.windowOf('2026-W47'), emails: ['ada@shop.example'] });
 */
export function gitHistory(options: GitHistoryOptions): History {
  return new GitHistory(options);
}

class GitHistory implements History {
  readonly #options: GitHistoryOptions;
  readonly #gits: GitFinder;
  readonly #finder = new RepositoryFinder();
  readonly #cache = new HistoryCache();
  readonly #lookups: PastLookups;
  /** What was read last of who knows what. */
  readonly #before = { earlier: new EarlierCommits(), authors: new AuthorsOfLines() };
  /** The listing of each repository's branches that is under way: many files are asked about at once. */
  readonly #listing = new Map<string, Promise<Tips>>();
  /** The reading of each question that is under way: the next one waits for it and starts from its answer. */
  readonly #underway = new Map<string, Promise<unknown>>();

  constructor(options: GitHistoryOptions) {
    this.#options = options;
    this.#gits = new GitFinder(options);
    this.#lookups = new PastLookups(options.storage);
  }

  async repositories(signal?: AbortSignal): Promise<readonly RepositoryInfo[]> {
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return [];
    const { repositories } = await this.#repositories(git, signal);
    return Promise.all(repositories.map(repository => infoOf(git, repository, signal)));
  }

  async identities(signal?: AbortSignal): Promise<readonly Ident[]> {
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return [];
    const { repositories } = await this.#repositories(git, signal);
    const views = repositories.map(repository => this.#view(repository));
    return readIdentities(git, views, this.#options.storage, signal);
  }

  async commits(query: HistoryQuery): Promise<HistoryAnswer> {
    query.signal?.throwIfAborted();
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return { commits: [], notices: [git] };
    const { repositories, notices, refsOf } = await this.#repositories(git, query.signal);
    const seen = new Map<string, number>();
    const answers = await Promise.all(
      repositories.map(repository => {
        const progress = (count: number) => {
          seen.set(repository.id, count);
          query.progress?.([...seen.values()].reduce((sum, each) => sum + each, 0));
        };
        return this.#read(git, repository, { ...query, progress, refs: refsOf(repository) });
      }),
    );
    const commits = answers.flatMap(answer => answer.commits);
    if (answers.length > 1) commits.sort((a, b) => a.authored - b.authored);
    return { commits, notices: [...notices, ...answers.flatMap(answer => answer.notices)] };
  }

  async patchIds(repo: string, hashes: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const git = await this.#gits.find();
    if (!(git instanceof Git) || hashes.length === 0) return new Map();
    const { repositories } = await this.#repositories(git, signal);
    const repository = repositories.find(({ name }) => name === repo);
    if (repository === undefined || repository.isPartial) return new Map();
    return readPatchIds(git, this.#view(repository), hashes, signal);
  }

  async anchor(file: string): ReturnType<History['anchor']> {
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return undefined;
    const place = await this.#placeOf(git, file);
    if (place === undefined) return undefined;
    const { repository, tree, path } = place;
    const [info, { heads }] = await Promise.all([infoOf(git, repository), readTips(git, repository)]);
    const head = heads[tree];
    const text = head === undefined ? undefined : await readHeadFile(git, this.#view(repository), { head, path });
    return { repository: info, path, head, ...(text !== undefined && { text }) };
  }

  async authorsOf(file: string, lines: readonly [number, number]): Promise<readonly Ident[]> {
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return [];
    const place = await this.#placeOf(git, file);
    if (place === undefined || place.repository.isPartial) return [];
    const view = this.#view(place.repository);
    const { heads } = await readTips(git, place.repository);
    const head = heads[place.tree];
    if (head === undefined) return [];
    return blame(git, view, await readMailmap(git, view, head), { head, path: place.path, lines });
  }

  async versionsOf(file: string, query: VersionsQuery = {}): Promise<readonly FileVersion[]> {
    query.signal?.throwIfAborted();
    const git = await this.#gits.find();
    const place = git instanceof Git ? await this.#placeOf(git, file) : undefined;
    if (!(git instanceof Git) || place === undefined) return [];
    const { repository, tree, path } = place;
    const head = (await this.#tipsNow(git, repository)).heads[tree];
    query.signal?.throwIfAborted();
    return head === undefined ? [] : this.#lookups.versions(git, { repository, head, path }, query);
  }

  async commitsNamed(query: NamedCommitsQuery): Promise<readonly NamedCommit[]> {
    const git = await this.#gits.find();
    if (!(git instanceof Git)) return query.commits.map(() => ({ state: 'cannotTell' }));
    const { repositories } = await this.#repositories(git, query.signal);
    return this.#lookups.commitsNamed(git, repositories, query);
  }

  async filesPast(file: string): Promise<FilesPast | undefined> {
    const git = await this.#gits.find();
    const place = git instanceof Git ? await this.#placeOf(git, file) : undefined;
    if (!(git instanceof Git) || place === undefined) return undefined;
    const { heads } = await readTips(git, place.repository);
    const head = heads[place.tree];
    const root = place.repository.roots[place.tree] ?? place.repository.root;
    return head === undefined ? undefined : this.#lookups.filesPast(git, place.repository, { head, root });
  }

  async rangeOfWork({ place, range, signal }: RangeQuery): Promise<RangeOfWork | undefined> {
    signal?.throwIfAborted();
    const found = await this.#treeAround(place);
    if (!found) return undefined;
    const { git, ...tree } = found;
    const info = await infoOf(git, tree.repository, signal);
    return rangeOfWork(git, this.#view(tree.repository), { tree, info, range, signal });
  }

  async workBefore({ place, ...query }: WorkBeforeQuery): Promise<WorkBefore> {
    query.signal?.throwIfAborted();
    const found = await this.#treeAround(place);
    const head = found && (await this.#tipsNow(found.git, found.repository)).heads[found.tree];
    if (!found || head === undefined) return { commits: [], lines: [], codeOwners: new Map() };
    const { forge } = await infoOf(found.git, found.repository, query.signal);
    return workBefore(found.git, this.#view(found.repository), { ...query, ...this.#before, head, forge });
  }

  async #treeAround(place: string): Promise<(FoundTree & { readonly git: Git }) | undefined> {
    const git = await this.#gits.find();
    const found = git instanceof Git ? await this.#placeOf(git, join(place, 'x')) : undefined;
    return git instanceof Git && found ? { git, repository: found.repository, tree: found.tree } : undefined;
  }

  /** One reading of a question at a time; what it leaves behind makes the next one short. */
  async #read(git: Git, repository: Repository, query: Asked): Promise<HistoryAnswer> {
    const key = HistoryCache.key(repository.id + repository.name, query.window, query.emails);
    const reading = (this.#underway.get(key) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#readNow(git, repository, query, key));
    this.#underway.set(key, reading);
    try {
      return await reading;
    } finally {
      if (this.#underway.get(key) === reading) this.#underway.delete(key);
    }
  }

  async #readNow(git: Git, repository: Repository, query: Asked, key: string): Promise<HistoryAnswer> {
    const before = this.#cache.find(key);
    const now = this.#options.now?.() ?? Date.now() / 1000;
    try {
      const answer = await readHistory(git, this.#view(repository), { ...query, now, before });
      const isWhole = !answer.notices.some(({ code }) => code === 'cut' || code === 'unreadable');
      if (isWhole) this.#cache.keep(key, answer);
      else this.#cache.forget(key);
      return answer;
    } catch (error) {
      this.#cache.forget(key); // it may be half changed
      query.signal?.throwIfAborted();
      const unreadable: HistoryNotice = { repo: repository.name, code: 'unreadable' };
      this.#options.log?.(`history of a repository: ${error instanceof Error ? error.name : 'failed'}`);
      return { commits: [], notices: [unreadable] };
    }
  }

  #repositories(git: Git, signal?: AbortSignal): ReturnType<RepositoryFinder['find']> {
    return this.#finder.find(git, this.#options.folders(), signal);
  }

  /** Who asks while the branches are being listed waits for that list. */
  #tipsNow(git: Git, repository: Repository): Promise<Tips> {
    const listing =
      this.#listing.get(repository.id) ??
      readTips(git, repository).finally(() => void this.#listing.delete(repository.id));
    this.#listing.set(repository.id, listing);
    return listing;
  }

  #view(repository: Repository): View {
    return openView(this.#options.storage, repository);
  }

  /** The repository and the work tree a file lies in, and its path there. */
  async #placeOf(git: Git, file: string): Promise<(FoundTree & { readonly path: string }) | undefined> {
    const folder = await workTreeAbove(file);
    if (folder === undefined) return undefined;
    const known = await this.#repositories(git);
    const found = known.at(folder) ?? (await this.#finder.find(git, [folder])).at(folder);
    return found && { ...found, path: relative(folder, file).split(sep).join('/') };
  }
}

type Asked = HistoryQuery & Pick<RepositoryQuery, 'refs'>;

async function infoOf(git: Git, { name, root }: Repository, signal?: AbortSignal): Promise<RepositoryInfo> {
  const { remotes } = await readConfiguration(git, root, signal);
  const forge = remotes.map(forgeOf).find(known => known !== undefined);
  return { name, root, ...(forge && { forge }) };
}
