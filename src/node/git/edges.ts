import type { EpochSeconds } from '../../core/time/day.ts';
import type { CommitGraph } from './commitGraph.ts';
import type { Git } from './gitCall.ts';
import { NulFields, copied } from './nulFields.ts';
import { isHash } from './tips.ts';
import type { View } from './view.ts';

/** A commit as far as the walk goes on from it. */
interface Edge {
  readonly hash: string;
  /** Hashes with a space between. */
  readonly parents: string;
  readonly committed: EpochSeconds;
}

/** How many commits below each edge are looked at, and below how many edges. */
const depth = 10;
const most = 512;

/**
 * Where a walk must go on that stopped at commits which only seem too old: their clock was wrong, they kept an old date
 * when they were put on top of newer work, or git can't read a date from them. What lies between comes into the graph.
 *
 * @param edges hashes of the commits the walk stopped at, or never came to
 */
export async function beyond(
  git: Git,
  view: View,
  { edges, since, signal }: { edges: readonly string[]; since: EpochSeconds; signal?: AbortSignal | undefined },
  graph: CommitGraph,
): Promise<readonly string[]> {
  const below = await describe(git, view, edges.filter(isHash).slice(0, most), signal);
  const hidden = below.filter(({ hash, committed }) => committed >= since && graph.find(hash) < 0);
  if (hidden.length === 0) return [];
  // git leaves a commit out whose date it can't read, even where a walk starts there: so its parents are named too.
  const from = [...new Set(hidden.flatMap(({ hash, parents }) => [hash, ...parents.split(' ')]))];
  const unknown = from.filter(hash => hash !== '' && graph.find(hash) < 0);
  for (const { hash, parents, committed } of below) graph.add(hash, parents, committed);
  return unknown;
}

/** The edges themselves and some generations of first parents below each. */
async function describe(
  git: Git,
  view: View,
  edges: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Edge[]> {
  if (edges.length === 0) return [];
  const found = new Map<string, Edge>();
  let row: string[] = [];
  const fields = new NulFields(field => {
    if (row.push(field) < 3) return;
    const [hash = '', parents = '', committed = ''] = row;
    found.set(hash, { hash: copied(hash), parents: copied(parents), committed: Number(committed) });
    row = [];
  });
  const generations = Array.from({ length: depth + 1 }, (_, generation) => `~${generation}\n`);
  const input = edges.flatMap(hash => generations.map(generation => hash + generation)).join('');
  const args = ['log', '-z', '-s', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', '--no-notes'];
  const call = view.call([...args, '--format=tformat:%H%x00%P%x00%ct', '--stdin'], { input, signal });
  await git.stream(call, chunk => {
    fields.push(chunk);
  });
  return [...found.values()];
}
