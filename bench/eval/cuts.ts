import { posix } from 'node:path';
import { everyCommit, involvedIn, type Involved } from '../../src/core/work/change.ts';
import type { Commit } from '../../src/core/work/commit.ts';
import { grouped } from '../../src/core/work/group.ts';
import { withoutReverted } from '../../src/core/work/reverts.ts';
import { withoutSquashed } from '../../src/core/work/squashes.ts';
import { readChange } from '../../src/core/work/told.ts';
import { withoutTwins } from '../../src/core/work/twins.ts';

/** A way to cut a week of one author: for each commit the name of its piece. */
export type Cut = (commits: readonly Commit[]) => readonly string[];

/**
 * The product's own cut, as `workedOn` has it before pieces share a line. A copy that came in by another pull request or merge than the
 * change that tells it is told once all the same; here it counts to where it came in.
 */
export const product: Cut = commits => {
  const emails = [...new Set(commits.map(({ author }) => author.email))];
  const involved = involvedIn(commits, { handle: '', name: '', emails });
  const changes = withoutReverted(withoutSquashed(withoutTwins(involved, new Map())));
  const names = new Map<string, string>();
  const cameInBy = new Map<string, string>();
  const copies: Involved[] = [];
  for (const [at, piece] of grouped(changes.map(readChange)).entries())
    for (const { change } of piece) {
      for (const each of everyCommit(change)) names.set(each.commit.hash, String(at));
      const [first, ...others] = change.commits;
      for (const way of first ? waysOf(first) : []) cameInBy.set(way, cameInBy.get(way) ?? String(at));
      copies.push(...others, ...change.folded);
    }
  for (const copy of copies)
    for (const way of waysOf(copy).slice(0, 1)) names.set(copy.commit.hash, cameInBy.get(way) ?? way);
  return commits.map(({ hash }) => names.get(hash) ?? hash);
};

/** How a commit says it came in. */
function waysOf(each: Involved): readonly string[] {
  const { pull, merge } = readChange({ commits: [each], folded: [], tookBack: false });
  return [...(pull === undefined ? [] : [`pull ${pull}`]), ...(merge === undefined ? [] : [merge.hash])];
}

/** What could be done without any thought. */
export const baselines: Readonly<Record<string, Cut>> = {
  'one piece a commit': commits => commits.map(({ hash }) => hash),
  'one a day': commits => commits.map(dayOf),
  'by subject prefix': commits => commits.map(prefixOf),
  'by directory': commits => commits.map(directoryOf),
  'day and directory': commits => commits.map(commit => `${dayOf(commit)} ${directoryOf(commit)}`),
};

function dayOf({ authored }: Commit): string {
  return String(Math.floor(authored / 86_400));
}

function prefixOf({ subject, hash }: Commit): string {
  return /^([^:]{1,60}):\s/.exec(subject)?.[1] ?? hash;
}

/** The folder most of its files are in. */
function directoryOf({ files, hash }: Commit): string {
  const counts = new Map<string, number>();
  for (const { path } of files) counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? hash;
}
