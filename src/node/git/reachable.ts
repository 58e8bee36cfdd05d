import type { Git } from './gitCall.ts';
import type { Tips } from './tips.ts';
import type { View } from './view.ts';

/** Commits no branch leads to, with their parents. */
export type Lost = ReadonlyMap<string, readonly string[]>;

/** So many lost commits are looked at: a history that was thrown away whole is not read. */
const most = 20_000;

/**
 * Which of these commits no branch leads to, and what is lost with them.
 *
 * A walk down from the branches to the commits in question is short where they are young. Clocks that went wrong can let it
 * stop too early, so what seems lost is looked for once more in the whole history.
 */
export async function findLost(
  git: Git,
  view: View,
  tips: Tips,
  { hashes, signal }: { readonly hashes: readonly string[]; readonly signal?: AbortSignal | undefined },
): Promise<Lost> {
  if (hashes.length === 0) return new Map();
  const heads = [...new Set(tips.all.map(({ hash }) => hash))];
  const input = [...hashes, ...heads.map(hash => `^${hash}`), ''].join('\n');
  const args = ['rev-list', '--parents', '--ignore-missing', `--max-count=${most}`, '--stdin'];
  const lost = new Map<string, readonly string[]>();
  for (const line of (await git.text(view.call(args, { input, signal }))).split('\n')) {
    const [hash = '', ...parents] = line.split(' ');
    if (hash !== '') lost.set(hash, parents);
  }
  if (lost.size === 0 || heads.length === 0) return lost;
  for (const hash of await amongAll(git, view, heads, { lost, signal })) lost.delete(hash);
  return lost;
}

/** Those of the lost that a walk through everything comes to all the same. */
async function amongAll(
  git: Git,
  view: View,
  heads: readonly string[],
  { lost, signal }: { readonly lost: Lost; readonly signal: AbortSignal | undefined },
): Promise<readonly string[]> {
  const met: string[] = [];
  let rest = '';
  const call = view.call(['rev-list', '--ignore-missing', '--stdin'], {
    input: `${heads.join('\n')}\n`,
    signal,
    cap: 2 ** 30,
    timeout: 300_000,
  });
  await git.stream(call, chunk => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const hash of lines) if (lost.has(hash)) met.push(hash);
  });
  return met;
}

/** What is lost below a commit, nearest first, at most so many. */
export function lostBelow(hash: string, lost: Lost, most: number): readonly string[] {
  const below = new Set<string>();
  const open = [...(lost.get(hash) ?? [])];
  for (let next = open.shift(); next !== undefined && below.size < most; next = open.shift()) {
    const parents = lost.get(next);
    if (parents === undefined || below.has(next)) continue;
    below.add(next);
    open.push(...parents);
  }
  return [...below];
}
