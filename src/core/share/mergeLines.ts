import { alignLines } from '../code/alignLines.ts';

type Lines = readonly string[];

/** A stretch of a merge: one answer, or what three sides say where none of them gives way. */
export type MergedStretch =
  { readonly lines: Lines } | { readonly base: Lines; readonly ours: Lines; readonly theirs: Lines };

/** Merges three texts by their lines: what only one side changed is taken from there. */
export function mergeLines(base: Lines, ours: Lines, theirs: Lines): readonly MergedStretch[] {
  const inOurs = alignLines(base, ours);
  const inTheirs = alignLines(base, theirs);
  const stretches: MergedStretch[] = [];
  let [from, a, b] = [0, 0, 0];
  for (let at = 0; at <= base.length; at++) {
    const [nextA, nextB] = at === base.length ? [ours.length, theirs.length] : [inOurs[at], inTheirs[at]];
    if (nextA === undefined || nextB === undefined) continue;
    if (at > from || nextA > a || nextB > b)
      stretches.push(settled(base.slice(from, at), ours.slice(a, nextA), theirs.slice(b, nextB)));
    if (at < base.length) stretches.push({ lines: [base[at] ?? ''] });
    [from, a, b] = [at + 1, nextA + 1, nextB + 1];
  }
  return stretches;
}

function settled(base: Lines, ours: Lines, theirs: Lines): MergedStretch {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { lines: ours };
  if (isSame(base, ours)) return { lines: theirs };
  return { base, ours, theirs };
}

export function isSame(one: Lines, other: Lines): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
