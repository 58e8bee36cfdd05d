import type { EpochSeconds } from '../../core/time/day.ts';
import type { CommitGraph } from './commitGraph.ts';
import type { Git } from './gitCall.ts';
import { NulFields, copied } from './nulFields.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A commit a walk stopped at because it seemed too old. */
export interface Edge {
  readonly hash: string;
  /** Hashes with a space between. */
  readonly parents: string;
  readonly committed: EpochSeconds;
}

/** How far an edge must lie below the walk's end to look as if its clock was wrong, in seconds. */
const suspicious = 60 * 86_400;
const mostLookedAt = 256;

/** What the edges themselves say; the walk leaves commits out it can't read a date from, even where it starts there. */
export async function describe(
  git: Git,
  view: View,
  hashes: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Edge[]> {
  const asked = hashes.filter(isHash);
  if (asked.length === 0 || asked.length > 5000) return [];
  const edges: Edge[] = [];
  let row: string[] = [];
  const fields = new NulFields(field => {
    if (row.push(field) < 3) return;
    const [hash = '', parents = '', committed = ''] = row;
    edges.push({ hash: copied(hash), parents: copied(parents), committed: Number(committed) });
    row = [];
  });
  const args = ['log', '-z', '-s', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', '--no-notes'];
  const input = asked.map(hash => `${hash}\n`).join('');
  const call = view.call([...args, '--format=tformat:%H%x00%P%x00%ct', '--stdin'], { input, signal });
  await git.stream(call, chunk => {
    fields.push(chunk);
  });
  return edges;
}

/** Where the walk must go on: commits of the wanted time that lie below ones that only seem older. */
export async function beyond(
  git: Git,
  view: View,
  { edges, since, signal }: { edges: readonly Edge[]; since: EpochSeconds; signal?: AbortSignal | undefined },
  into: { readonly graph: CommitGraph },
): Promise<readonly string[]> {
  const { graph } = into;
  const unread = edges.filter(({ committed }) => committed >= since);
  for (const { hash, parents, committed } of unread) graph.add(hash, parents, committed);
  const from = unread.flatMap(({ parents }) => parents.split(' ')).filter(hash => hash !== '' && graph.find(hash) < 0);

  const old = edges.filter(({ committed }) => committed < since - suspicious);
  if (old.length === 0) return from;
  const input = old.map(({ hash }) => `${hash}\n`).join('');
  const args = ['rev-list', '--parents', '--timestamp', `--max-count=${mostLookedAt}`, '--ignore-missing', '--stdin'];
  const answer = await git.text(view.call(args, { input, signal }));
  const below = answer.split('\n').flatMap(line => {
    const [, date, hash, parents = ''] = /^(\d+) ([0-9a-f]+) ?(.*)$/.exec(line) ?? [];
    return hash === undefined ? [] : [{ hash, parents, committed: Number(date) }];
  });
  const hidden = below.filter(({ hash, committed }) => committed >= since && graph.find(hash) < 0);
  if (hidden.length > 0)
    for (const each of below) if (each.committed < since) graph.add(each.hash, each.parents, each.committed);
  return [...from, ...hidden.map(({ hash }) => hash)];
}
