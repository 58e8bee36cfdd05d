import { partIn, type Part } from '../../core/work/change.ts';
import type { Commit } from '../../core/work/commit.ts';
import type { CommitName, NamedCommit } from '../../core/work/namedCommit.ts';
import { readDetails, type CommitDetail } from './diffTree.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { commitText, logFormat, LogParser } from './logFormat.ts';
import { aliasesOf, readMailmap } from './mailmap.ts';
import { findLost, lostBelow } from './reachable.ts';
import { resolveNames, type ResolvedName } from './resolveNames.ts';
import { readTips, type Tips } from './tips.ts';
import type { View } from './view.ts';

/** More are named by nobody; the rest stays unanswered. */
const mostNames = 5000;
/** So many commits of a range are looked at, and so many that are lost with another. */
const mostBetween = 200;
const mostLost = 50;

/** Whose part in the commits is asked for, and how to stop. */
export interface LookupQuery {
  readonly emails: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** Looks up commits in one repository. What was found stays known until a branch moves. */
export class CommitLookup {
  #key = '';
  #known = new Map<string, NamedCommit>();

  /** The commits of these names, in their order. */
  async find(git: Git, view: View, names: readonly CommitName[], query: LookupQuery): Promise<readonly NamedCommit[]> {
    const tips = await readTips(git, view.repository, query.signal);
    const whose = query.emails.join(' ');
    if (this.#key !== tips.key + whose) this.#known = new Map();
    this.#key = tips.key + whose;
    const known = this.#known;
    const open = new Map(names.slice(0, mostNames).map(name => [keyOf(name), name]));
    for (const key of known.keys()) open.delete(key);
    if (open.size > 0) {
      const found = await new Looking(git, view, tips, query).find([...open.values()]);
      [...open.keys()].forEach((key, at) => known.set(key, found[at] ?? { state: 'cannotTell' }));
    }
    return names.map(name => known.get(keyOf(name)) ?? { state: 'cannotTell' });
  }
}

function keyOf({ hash, from = '', path = '' }: CommitName): string {
  return [hash, from, path].join('\0');
}

/** One look at one repository. */
class Looking {
  readonly #git: Git;
  readonly #view: View;
  readonly #tips: Tips;
  readonly #query: LookupQuery;

  constructor(git: Git, view: View, tips: Tips, query: LookupQuery) {
    this.#git = git;
    this.#view = view;
    this.#tips = tips;
    this.#query = query;
  }

  async find(names: readonly CommitName[]): Promise<readonly NamedCommit[]> {
    const { signal } = this.#query;
    try {
      const resolved = await resolveNames(this.#git, this.#view, names, signal);
      const hashes = [
        ...new Set(resolved.flatMap(({ hash, from }) => [hash, from].filter(each => each !== undefined))),
      ];
      const [lost, between] = await Promise.all([
        findLost(this.#git, this.#view, this.#tips, { hashes, signal }),
        Promise.all(resolved.map(name => this.#between(name))),
      ]);
      const lostWith = resolved.map(({ hash = '' }) => lostBelow(hash, lost, mostLost));
      const commits = await this.#read([...new Set([...hashes, ...between.flat(), ...lostWith.flat()])]);
      return resolved.map((name, at) => {
        const range = [name.hash ?? '', ...(between[at] ?? [])];
        const below = (lostWith[at] ?? []).flatMap(hash => commits.get(hash)?.commit ?? []);
        const isLost = lost.has(name.hash ?? '') || lost.has(name.from ?? '');
        return this.#answer(name, { commits, range, isLost, lost: below });
      });
    } catch (error) {
      if (signal?.aborted || !(error instanceof GitFailed)) throw error;
      return names.map(() => ({ state: 'cannotTell' as const }));
    }
  }

  #answer({ hash, state, hasPath }: ResolvedName, { commits, range, isLost, lost }: Looked): NamedCommit {
    const { isShallow } = this.#view.repository;
    if (hash === undefined) return { state: state === 'missing' && isShallow ? 'cannotTell' : state };
    const found = commits.get(hash);
    // What a shallow clone cut off may lead to it.
    if (!found || (isLost && isShallow)) return { state: 'cannotTell' };
    const parts = range.map(each => commits.get(each)?.part);
    const part = strongest.find(each => parts.includes(each));
    return {
      state: 'found',
      commit: found.commit,
      isReachable: !isLost,
      ...(part !== undefined && { part }),
      ...(hasPath !== undefined && { hasPath }),
      ...(isLost && { lost }),
    };
  }

  /** The commits of a range, its first one among them. */
  async #between({ hash, from }: ResolvedName): Promise<readonly string[]> {
    if (hash === undefined || from === undefined) return [];
    const args = ['rev-list', '--no-merges', `--max-count=${mostBetween}`, '--ignore-missing', '--stdin'];
    const call = this.#view.call(args, { input: `${hash}\n^${from}\n`, signal: this.#query.signal });
    return [from, ...(await this.#git.text(call)).split('\n').filter(line => line !== '')];
  }

  /** The commits themselves, with what the person had to do with them. */
  async #read(hashes: readonly string[]): Promise<Looked['commits']> {
    const commits = new Map<string, { readonly commit: Commit; readonly part?: Part | undefined }>();
    if (hashes.length === 0) return commits;
    const { signal, emails } = this.#query;
    const mailmap = await readMailmap(this.#git, this.#view, this.#tips.head, signal);
    const [aliases, details] = await Promise.all([
      aliasesOf(this.#git, this.#view, mailmap, emails, signal),
      this.#details(hashes),
    ]);
    const hers = new Set(aliases.keys());
    const parser = new LogParser(logged => {
      const { author, ...text } = commitText(logged);
      const email = logged.emails.map(each => aliases.get(each)).find(each => each !== undefined) ?? author.email;
      const { trailers = [], files = [] } = details.get(text.hash) ?? {};
      const commit = { ...text, author: { ...author, email }, repo: this.#view.repository.name, trailers, files };
      commits.set(text.hash, { commit, part: partIn(commit, hers) });
    });
    const args = ['log', ...logFormat, '-s', '--no-walk=unsorted', '--ignore-missing', '--stdin'];
    const call = this.#view.call(args, { mailmap: mailmap?.blob, input: `${hashes.join('\n')}\n`, signal });
    await this.#git.stream(call, chunk => {
      parser.push(chunk);
    });
    return commits;
  }

  async #details(hashes: readonly string[]): Promise<ReadonlyMap<string, CommitDetail>> {
    const { signal } = this.#query;
    const depth = this.#view.repository.isPartial ? 'messages' : 'figures';
    return readDetails(this.#git, this.#view, hashes, { depth, signal });
  }
}

const strongest: readonly Part[] = ['author', 'co-author', 'reviewer'];

interface Looked {
  readonly commits: ReadonlyMap<string, { readonly commit: Commit; readonly part?: Part | undefined }>;
  /** The hashes whose authors count for the answer. */
  readonly range: readonly string[];
  readonly isLost: boolean;
  readonly lost: readonly Commit[];
}
