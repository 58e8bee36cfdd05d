import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommittedPath, FilesPast, Renamed } from '../../app/ports.ts';
import type { CommittedVersion, CommittedVersions } from '../../core/code/trackLines.ts';
import { fileLog } from './fileLog.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { readHeadFile } from './headFile.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** What becomes of files is asked of git in the background: rather no answer than a long wait. */
const patience = { timeout: 10_000, cap: 32 << 20 };
const mostCommits = 40;
const mostHops = 5;
const mostHolding = 10;

/** Where the files of older commits are now. Commits never change, so what is known of one is kept. */
export function filesPast(git: Git, view: View, { head, root }: { head: string; root: string }): FilesPast {
  return new GitFilesPast(git, view, head, root);
}

class GitFilesPast implements FilesPast {
  readonly repo: string;
  readonly root: string;
  readonly head: string;
  readonly #git: Git;
  readonly #view: View;
  readonly #hashes = new Map<string, Promise<string | undefined>>();
  readonly #renames = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(git: Git, view: View, head: string, root: string) {
    this.#git = git;
    this.#view = view;
    this.repo = view.repository.name;
    this.head = head;
    this.root = root;
  }

  async textAt({ commit, path }: CommittedPath): Promise<string | undefined> {
    const hash = await this.#hashOf(commit);
    if (hash === undefined) return undefined;
    return (await readHeadFile(this.#git, this.#view, { head: hash, path })) ?? undefined;
  }

  async renamed(places: readonly CommittedPath[], signal?: AbortSignal): Promise<readonly Renamed[]> {
    const isThere = await Promise.all(places.map(({ path }) => stat(join(this.root, path)).then(Boolean, () => false)));
    const missing = places.filter((_, index) => !isThere[index]);
    const found: Renamed[] = [];
    for (const commit of [...new Set(missing.map(place => place.commit))].slice(0, mostCommits)) {
      if (signal?.aborted) break;
      const hash = await this.#hashOf(commit);
      const names = hash === undefined ? undefined : await this.#renamesFrom(hash);
      for (const from of missing.filter(place => place.commit === commit)) {
        const to = names?.get(from.path);
        if (to !== undefined) found.push({ from, to });
      }
    }
    return found;
  }

  async versionsSince({ commit, path }: CommittedPath): Promise<CommittedVersions> {
    let descend = true;
    const versions: CommittedVersion[] = [];
    let hash = await this.#hashOf(commit);
    let name = path;
    for (let hop = 0; hop < mostHops && hash !== undefined; hop++) {
      const log = await fileLog(this.#git, this.#view, { from: hash, head: this.head, path: name });
      const more = log.versions;
      if (hop === 0) descend = log.descend;
      const last = more.at(-1);
      // Where the file left in a commit, that commit may have renamed it.
      const to: string | undefined = last?.text === null ? await this.#renamedBy(last.hash, name) : undefined;
      if (last === undefined || to === undefined) return { versions: [...versions, ...more], descend };
      const { text: _, ...renaming } = last;
      const text = await readHeadFile(this.#git, this.#view, { head: last.hash, path: to });
      versions.push(...more.slice(0, -1), { ...renaming, text: text ?? null });
      [hash, name] = [last.hash, to];
    }
    return { versions, descend };
  }

  async holding(line: string): Promise<readonly { readonly path: string; readonly text: string }[]> {
    if (this.#view.repository.isPartial || /[\0\n\r]/.test(line) || line.trim() === '') return [];
    // The pattern comes on stdin, where nothing can be an option.
    const args = ['grep', '-z', '-l', '-I', '-F', '--no-textconv', '--no-recurse-submodules', '-f', '-', this.head];
    const answer = await this.#ask(args, { input: `${line}\n` });
    const paths = answer.split('\0').flatMap(name => (name === '' ? [] : [name.slice(this.head.length + 1)]));
    if (paths.length > mostHolding) return [];
    const files = await Promise.all(
      paths.map(async path => ({ path, text: await readHeadFile(this.#git, this.#view, { head: this.head, path }) })),
    );
    return files.flatMap(({ path, text }) => (typeof text === 'string' ? [{ path, text }] : []));
  }

  #hashOf(commit: string): Promise<string | undefined> {
    const known = this.#hashes.get(commit) ?? this.#resolve(commit);
    this.#hashes.set(commit, known);
    return known;
  }

  async #resolve(commit: string): Promise<string | undefined> {
    if (!/^[0-9a-f]{7,64}$/.test(commit)) return undefined;
    const answer = await this.#ask(['cat-file', '--batch-check'], { input: `${commit}^{commit}\n` });
    const [hash = '', kind] = answer.trimEnd().split(' ');
    return kind === 'commit' && isHash(hash) ? hash : undefined;
  }

  #renamesFrom(hash: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#renames.get(hash) ?? this.#renamesBetween(hash, this.head);
    this.#renames.set(hash, known);
    return known;
  }

  async #renamedBy(commit: string, path: string): Promise<string | undefined> {
    return (await this.#renamesBetween(`${commit}^1`, commit)).get(path);
  }

  async #renamesBetween(older: string, newer: string): Promise<ReadonlyMap<string, string>> {
    // Where contents were left on the server only what was moved unchanged is known.
    const search = this.#view.repository.isPartial ? ['-M100%'] : ['-M', '-l400'];
    const shape = ['-r', '-z', '--name-status', '--diff-filter=R', '--no-ext-diff', '--no-textconv'];
    const fields = (await this.#ask(['diff-tree', ...shape, ...search, older, newer])).split('\0');
    const names = new Map<string, string>();
    for (let at = 0; at + 2 < fields.length; at += 3) names.set(fields[at + 1] ?? '', fields[at + 2] ?? '');
    return names;
  }

  /** What git says; nothing where it refuses or takes too long. */
  async #ask(args: readonly string[], options: { readonly input?: string } = {}): Promise<string> {
    try {
      return await this.#git.text(this.#view.call(args, { ...options, ...patience }));
    } catch (error) {
      if (error instanceof GitFailed) return '';
      throw error;
    }
  }
}
