import type { EpochSeconds } from '../../core/time/day.ts';
import type { CommitGraph } from './commitGraph.ts';
import { Feed } from './feed.ts';
import type { Git } from './gitCall.ts';
import { NulRows } from './nulRows.ts';
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
const generations = Array.from({ length: depth + 1 }, (_, generation) => `~${generation}\n`);

/** Looks below the edges of walks. The first git for that runs before any edge is known: it takes longer to start than to answer. */
export class EdgeReader {
  readonly #git: Git;
  readonly #view: View;
  readonly #signal: AbortSignal | undefined;
  #ready: Started | undefined;

  constructor(git: Git, view: View, signal: AbortSignal | undefined) {
    this.#git = git;
    this.#view = view;
    this.#signal = signal;
  }

  /** Makes ready for a question that will come. */
  prepare(): void {
    this.#ready = this.#start();
  }

  /** The edges themselves and some generations of first parents below each. */
  async read(edges: readonly string[]): Promise<readonly Edge[]> {
    const asked = edges.filter(isHash).slice(0, most);
    if (asked.length === 0) return [];
    const { feed, answer } = this.#ready ?? this.#start();
    this.#ready = undefined;
    feed.write(asked.flatMap(hash => generations.map(generation => hash + generation)).join(''));
    feed.end();
    return answer;
  }

  /** There will be no more questions. */
  async stop(): Promise<void> {
    this.#ready?.feed.end();
    await this.#ready?.answer.catch(() => undefined);
  }

  #start(): Started {
    const found = new Map<string, Edge>();
    const rows = new NulRows(3, row => {
      const hash = row.latin1(0);
      found.set(hash, { hash, parents: row.latin1(1), committed: Number(row.latin1(2)) });
    });
    const args = ['log', '-z', '-s', '--no-walk=unsorted', '--ignore-missing', '--no-show-signature', '--no-notes'];
    const feed = new Feed();
    const told = { input: feed, signal: this.#signal, timeout: 900_000, silence: 900_000 };
    const call = this.#view.call([...args, '--format=tformat:%H%x00%P%x00%ct', '--stdin'], told);
    const answer = this.#git
      .stream(call, chunk => {
        rows.push(chunk);
      })
      .then(() => [...found.values()]);
    answer.catch(() => undefined);
    return { feed, answer };
  }
}

interface Started {
  readonly feed: Feed;
  readonly answer: Promise<readonly Edge[]>;
}

/**
 * Where a walk must go on that stopped at commits which only seem too old: their clock was wrong, they kept an old date
 * when they were put on top of newer work, or git can't read a date from them. What lies between comes into the graph.
 *
 * @param edges hashes of the commits the walk stopped at, or never came to
 */
export async function beyond(
  reader: EdgeReader,
  edges: readonly string[],
  since: EpochSeconds,
  graph: CommitGraph,
): Promise<readonly string[]> {
  const below = await reader.read(edges);
  const hidden = below.filter(({ hash, committed }) => committed >= since && graph.find(hash) < 0);
  if (hidden.length === 0) return [];
  // git leaves a commit out whose date it can't read, even where a walk starts there: so its parents are named too.
  const from = [...new Set(hidden.flatMap(({ hash, parents }) => [hash, ...parents.split(' ')]))];
  const unknown = from.filter(hash => hash !== '' && graph.find(hash) < 0);
  for (const { hash, parents, committed } of below) graph.add(hash, parents, committed);
  return unknown;
}
