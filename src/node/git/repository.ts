import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { HistoryNotice } from '../../core/work/commit.ts';
import { GitFailed, type Git } from './gitCall.ts';

/** Where the parts of one repository lie. Its folders are only ever read by git, or with plain files. */
export interface Repository {
  /** Tells repositories apart: worktrees of one repository share it. */
  readonly id: string;
  /** Short name for people, unique in the window. */
  readonly name: string;
  /** Absolute path of the first work tree met; the others follow. */
  readonly root: string;
  readonly roots: readonly string[];
  /** Of each work tree, in the order of `roots`: where its HEAD lies. */
  readonly gitDirs: readonly string[];
  readonly commonDir: string;
  readonly objects: string;
  readonly format: 'sha1' | 'sha256';
  readonly isShallow: boolean;
  /** Objects were left on the server when it was cloned. */
  readonly isPartial: boolean;
}

export type Located = Omit<Repository, 'id' | 'name' | 'roots' | 'gitDirs'> & { readonly gitDir: string };

/** Never `--git-dir`: only so git itself refuses a folder of somebody else's, or one that only looks like a repository. */
export const carefully = ['--no-pager', '-c', 'safe.bareRepository=explicit'] as const;

const questions = [
  ...['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir', '--absolute-git-dir'],
  ...['--git-path', 'objects', '--show-object-format', '--is-shallow-repository'],
];

/** The repository a folder belongs to; undefined where it belongs to none, a notice where git won't read it. */
export async function locate(
  git: Git,
  folder: string,
  signal?: AbortSignal,
): Promise<Located | HistoryNotice | undefined> {
  let answer: string;
  try {
    answer = await git.text({ cwd: folder, args: [...carefully, ...questions], signal, cap: 1 << 16, timeout: 20_000 });
  } catch (error) {
    if (signal?.aborted) throw error;
    return refusal(folder, error);
  }
  const [root = '', commonDir = '', gitDir = '', objects = '', format, shallow] = answer.split('\n');
  if (!isAbsolute(root) || !isAbsolute(objects)) return undefined;
  const isPartial = hasPromises(objects);
  const isShallow = shallow === 'true';
  return { root, commonDir, gitDir, objects, format: format === 'sha256' ? 'sha256' : 'sha1', isShallow, isPartial };
}

function refusal(folder: string, error: unknown): HistoryNotice | undefined {
  const repo = basename(folder);
  if (!(error instanceof GitFailed)) return { repo, code: 'unreadable' };
  if (error.why !== 'refused') return { repo, code: 'unreadable', detail: error.why };
  if (error.message.includes('dubious ownership')) return { repo, code: 'unsafe', detail: folder };
  if (/unknown repository extension|refstorage/i.test(error.message)) return { repo, code: 'reftable' };
  if (/not a git repository|safe\.bareRepository|must be run in a work tree/i.test(error.message)) return undefined;
  return { repo, code: 'unreadable' };
}

/** Partial clones mark their packs, so nothing need be asked of git. */
function hasPromises(objects: string): boolean {
  try {
    return readdirSync(join(objects, 'pack')).some(name => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}

/** Each repository once, however many of its work trees were met. */
export function gatherRepositories(found: readonly Located[]): readonly Repository[] {
  const byCommonDir = new Map<string, [Located, ...Located[]]>();
  for (const tree of found) {
    const trees = byCommonDir.get(tree.commonDir);
    if (trees === undefined) byCommonDir.set(tree.commonDir, [tree]);
    else if (!trees.some(({ gitDir }) => gitDir === tree.gitDir)) trees.push(tree);
  }
  const repositories = [...byCommonDir.values()].map(trees => {
    const { gitDir: _, ...first } = trees[0];
    const id = createHash('sha256').update(first.commonDir).digest('hex').slice(0, 16);
    return { ...first, id, roots: trees.map(({ root }) => root), gitDirs: trees.map(({ gitDir }) => gitDir) };
  });
  const names = uniqueNames(repositories.map(({ root }) => root));
  return repositories.map((repository, at) => ({ ...repository, name: names[at] ?? '' }));
}

/**
 * The folders' names, each with as many parents as tell it apart.
 *
 * @example
 * uniqueNames(['/a/shop', '/b/shop', '/b/tools']); //=> ['a/shop', 'b/shop', 'tools']
 */
function uniqueNames(roots: readonly string[]): readonly string[] {
  const parts = roots.map(root => root.split(/[\\/]/).filter(part => part !== ''));
  const named = (at: number, depth: number) => parts[at]?.slice(-depth).join('/') ?? '';
  return roots.map((_, at) => {
    const most = parts[at]?.length ?? 1;
    for (let depth = 1; depth < most; depth++) {
      const name = named(at, depth);
      if (!roots.some((_, other) => other !== at && named(other, depth) === name)) return name;
    }
    return named(at, most);
  });
}

/**
 * Where to look for repositories: the folders themselves, the ones directly below them, and their submodules.
 * Only a folder that holds `.git` is gone into, so that a bare repository somebody committed is never one.
 */
export async function placesToLook(folders: readonly string[]): Promise<readonly string[]> {
  const places = await Promise.all(
    folders.map(async folder => {
      const below = await foldersBelow(folder);
      const nested = await keep([...below, ...(await submodules(folder))], holdsGit);
      return [folder, ...nested];
    }),
  );
  return keep([...new Set(places.flat())], place => stat(place).then(Boolean, () => false));
}

async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(entry => join(folder, entry.name))
    .slice(0, 1000);
}

async function submodules(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, '.gitmodules'), 'utf8').catch(() => '');
  const paths = [...text.slice(0, 1 << 20).matchAll(/^\s*path\s*=\s*"?([^"\n]+?)"?\s*$/gm)].map(
    match => match[1] ?? '',
  );
  const inside = await keep(
    paths.map(path => join(folder, path)),
    async place => isInside(await realpath(place).catch(() => '/'), await realpath(folder)),
  );
  return inside.slice(0, 200);
}

async function holdsGit(folder: string): Promise<boolean> {
  return stat(join(folder, '.git')).then(Boolean, () => false);
}

async function keep(places: readonly string[], test: (place: string) => Promise<boolean>): Promise<string[]> {
  const kept = await Promise.all(places.map(test));
  return places.filter((_, at) => kept[at]);
}

/** The nearest folder at or above a file that holds `.git`. */
export async function workTreeAbove(file: string): Promise<string | undefined> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await holdsGit(folder)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function isInside(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
