import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundTree } from './repositoryFinder.ts';
import { GitFailed, type Git } from './gitCall.ts';
import { carefully } from './repository.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A name of a commit, and how far in front of it: `outbox`, `HEAD~2`, `v1.2^`. Nothing that could be an option or a pattern. */
const revisionPattern = /^(?![-.])((?:(?!\.\.|@\{)[^\s~^:?*[\\\p{Cc}])+)((?:[~^]\d{0,4}){0,8})$/u;
const longest = 250;

/** The whole hash of the commit a person names; undefined where she names none. */
export async function resolveRevision(
  git: Git,
  view: View,
  name: string,
  { head, signal }: { readonly head: string | undefined; readonly signal?: AbortSignal | undefined },
): Promise<string | undefined> {
  const [, base = '', behind = ''] = name.length > longest ? [] : (revisionPattern.exec(name) ?? []);
  if (base === '') return undefined;
  const named = base === 'HEAD' || base === '@' ? head : await hashOfRef(git, view, base, signal);
  const start = named ?? (/^[0-9a-f]{4,64}$/.test(base) ? base : undefined);
  if (start === undefined) return undefined;
  const input = `${start}${behind}^{commit}\n`;
  const answer = await git.text(
    view.call(['cat-file', '--batch-check=%(objectname)'], { input, signal, cap: 1 << 16 }),
  );
  const hash = answer.trim();
  return isHash(hash) ? hash : undefined;
}

/** A branch, a remote's branch, or a tag. */
async function hashOfRef(
  git: Git,
  { repository: { root } }: View,
  name: string,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const places = [`refs/heads/${name}`, `refs/remotes/${name}`, `refs/tags/${name}`];
  const args = [...carefully, 'for-each-ref', '--format=%(refname)%00%(objectname)', ...places];
  const answer = await git.text({ cwd: root, args, signal, cap: 4 << 20 }).catch((error: unknown) => {
    if (error instanceof GitFailed) return '';
    throw error;
  });
  const found = answer.split('\n').map(line => line.split('\0'));
  const hashes = places.map(place => found.find(([ref]) => ref === place)?.[1] ?? '');
  return hashes.find(isHash);
}

/** The branch a work tree has checked out; undefined where it stands on none. */
export function branchOf({ repository, tree }: FoundTree): string | undefined {
  try {
    const text = readFileSync(join(repository.gitDirs[tree] ?? '', 'HEAD'), 'utf8');
    return /^ref: refs\/heads\/(.+?)\s*$/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
