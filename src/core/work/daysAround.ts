import type { Trace } from './trace.ts';

/**
 * How somebody works in the days around a change: what tells whether her changes are small steps of few pieces, or each a piece of its
 * own. Shares, 0 to 1, of the changes of these days.
 */
export interface Days {
  /** How many changes there are. */
  readonly changes: number;
  /** Made by a merge button. */
  readonly merged: number;
  readonly rebased: number;
  /** With subjects that name no work. */
  readonly vague: number;
  /** Committed at once with another that was written at another time: a series. */
  readonly inSeries: number;
  /** That add to a list of changes. */
  readonly listed: number;
  /** In files that another of them touched as well. */
  readonly revisiting: number;
  readonly ofOneFile: number;
  /** Tests without code: whoever keeps them apart makes several changes of a piece. */
  readonly ofTestsAlone: number;
}

const halfAWeek = 3.5 * 86_400;
const atOnce = 60;

/** @param traces of one person, oldest first; the answer is in the same order */
export function daysAround(traces: readonly Trace[]): readonly Days[] {
  const inSeries = seriesIn(traces);
  const revisiting = revisitsIn(traces);
  const share = (is: (trace: Trace, index: number) => boolean) => {
    const sums = [0];
    for (const [index, trace] of traces.entries()) sums.push((sums[index] ?? 0) + Number(is(trace, index)));
    return (from: number, to: number) => ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  };
  const shares = {
    merged: share(({ isMerged }) => isMerged),
    rebased: share(({ isRebased }) => isRebased),
    vague: share(({ isVague }) => isVague),
    inSeries: share((_, index) => inSeries.has(index)),
    listed: share(({ isListed }) => isListed),
    revisiting: share((_, index) => revisiting.has(index)),
    ofOneFile: share(({ fileCount }) => fileCount === 1),
    ofTestsAlone: share(({ hasCode, hasTests }) => hasTests && !hasCode),
  };
  let [from, to] = [0, 0];
  return traces.map(({ authored }) => {
    while (authored - (traces[from]?.authored ?? 0) > halfAWeek) from++;
    while (to < traces.length && (traces[to]?.authored ?? 0) - authored <= halfAWeek) to++;
    return {
      changes: to - from,
      merged: shares.merged(from, to),
      rebased: shares.rebased(from, to),
      vague: shares.vague(from, to),
      inSeries: shares.inSeries(from, to),
      listed: shares.listed(from, to),
      revisiting: shares.revisiting(from, to),
      ofOneFile: shares.ofOneFile(from, to),
      ofTestsAlone: shares.ofTestsAlone(from, to),
    };
  });
}

function seriesIn(traces: readonly Trace[]): ReadonlySet<number> {
  const found = new Set<number>();
  const byCommit = traces
    .map((trace, index) => ({ trace, index }))
    .sort((a, b) => a.trace.committed - b.trace.committed);
  for (const [at, { trace, index }] of byCommit.entries()) {
    const next = byCommit[at + 1];
    if (next === undefined || next.trace.committed - trace.committed > atOnce) continue;
    if (Math.abs(next.trace.authored - trace.authored) > atOnce) found.add(index).add(next.index);
  }
  return found;
}

function revisitsIn(traces: readonly Trace[]): ReadonlySet<number> {
  const found = new Set<number>();
  const last = new Map<string, number>();
  for (const [index, { files, authored }] of traces.entries()) {
    for (const file of files) {
      const before = last.get(file);
      if (before !== undefined && authored - (traces[before]?.authored ?? 0) <= halfAWeek) found.add(before).add(index);
      last.set(file, index);
    }
  }
  return found;
}
