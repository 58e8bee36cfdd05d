import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { carefully, type Repository } from './repository.ts';
import type { Git } from './gitCall.ts';

/** One branch and the commit it points to. */
export interface Tip {
  /** Without the remote's name: `outbox`. Undefined for a HEAD on no branch. */
  readonly branch?: string;
  readonly isRemote: boolean;
  readonly hash: string;
}

/** Where the walk through a repository's history starts. */
export interface Tips {
  readonly all: readonly Tip[];
  /** HEAD of the first work tree; undefined where nothing was committed yet. */
  readonly head: string | undefined;
  /** HEAD of each work tree, in their order. */
  readonly heads: readonly (string | undefined)[];
  /** The newest commits of the main line: as the remote knows it, then the local branch. */
  readonly main: readonly string[];
  /** Stands for all of them, names too. */
  readonly key: string;
}

const hashPattern = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const heads = 'refs/heads/';
const remotes = 'refs/remotes/';

/** Whether a text is a whole hash: the only kind of revision that is ever handed to git. */
export function isHash(text: string): boolean {
  return hashPattern.test(text);
}

/** What {@link readTips} reads; it may be asked while the repository around the folder is still looked for. */
export function listRefs(git: Git, folder: string, signal?: AbortSignal): Promise<string> {
  const format = '--format=%(refname)%00%(objectname)%00%(symref)';
  return git.text({
    cwd: folder,
    args: [...carefully, 'for-each-ref', format, heads, remotes],
    signal,
    cap: 256 << 20,
  });
}

/** Lists the branches, local and remote, and HEAD. Stashes, notes and other private refs stay out. */
export async function readTips(
  git: Git,
  repository: Repository,
  signal?: AbortSignal,
  listed?: Promise<string>,
): Promise<Tips> {
  const answer = await (listed ?? listRefs(git, repository.root, signal));
  const headFiles = repository.gitDirs.map(gitDir => readHead(join(gitDir, 'HEAD')));
  const refs = answer.split('\n').flatMap(line => {
    const [name = '', hash = '', symref = ''] = line.split('\0');
    return isHash(hash) ? [{ name, hash, symref }] : [];
  });
  const byName = new Map(refs.map(ref => [ref.name, ref]));
  const headNames = headFiles.map(text => text.trim().replace(/^ref: /, ''));
  const headHashes = headNames.map(name => (isHash(name) ? name : byName.get(name)?.hash));
  const detached: Tip[] = headNames.filter(isHash).map(hash => ({ isRemote: false, hash }));
  const branches = refs.filter(({ symref }) => symref === '').map(({ name, hash }) => tipOf(name, hash));
  const all = [...branches, ...detached];
  return {
    all,
    head: headHashes[0],
    heads: headHashes,
    main: mainLine(byName, headHashes[0]),
    key: createHash('sha256').update(answer).update(headNames.join()).digest('hex'),
  };
}

/** One line: to wait for it would take longer than to read it. */
function readHead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function tipOf(name: string, hash: string): Tip {
  if (name.startsWith(heads)) return { branch: name.slice(heads.length), isRemote: false, hash };
  return { branch: name.slice(remotes.length).replace(/^[^/]+\//, ''), isRemote: true, hash };
}

/** origin/HEAD with the local branch of its name; else main, master; else HEAD. */
function mainLine(
  refs: ReadonlyMap<string, { readonly hash: string; readonly symref: string }>,
  head: string | undefined,
): readonly string[] {
  const named = refs.get(`${remotes}origin/HEAD`)?.symref.slice(`${remotes}origin/`.length);
  for (const name of [named, 'main', 'master']) {
    if (name === undefined || name === '') continue;
    const found = [`${remotes}origin/${name}`, `${remotes}upstream/${name}`, heads + name].flatMap(
      ref => refs.get(ref)?.hash ?? [],
    );
    if (found.length > 0) return [...new Set(found)];
  }
  return head === undefined ? [] : [head];
}
