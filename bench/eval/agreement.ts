/** How well one way of cutting a week into pieces agrees with another: two measures that chance does not flatter, and that ask for no count. */
export interface Agreement {
  /** Adjusted Rand index (Hubert and Arabie 1985): 1 is the same cut, 0 what chance would give. */
  readonly ari: number;
  /** V-measure (Rosenberg and Hirschberg 2007), homogeneity and completeness weighing the same: 0 to 1. */
  readonly v: number;
}

/**
 * @param truth for each item the class it belongs to
 * @param cut for each item, in the same order, the piece it was put into
 */
export function agreementOf(truth: readonly string[], cut: readonly string[]): Agreement {
  if (truth.length !== cut.length) throw new RangeError(`${truth.length} items against ${cut.length}`);
  const table = tally(truth.map((each, at) => `${each}\0${cut[at]}`));
  return { ari: adjustedRand(table, tally(truth), tally(cut)), v: vMeasure(table, tally(truth), tally(cut)) };
}

function tally(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

type Counts = ReadonlyMap<string, number>;

const sum = (counts: Counts, of: (count: number) => number) =>
  [...counts.values()].reduce((total, count) => total + of(count), 0);
const pairs = (count: number) => (count * (count - 1)) / 2;

function adjustedRand(table: Counts, truth: Counts, cut: Counts): number {
  const all = pairs(sum(truth, count => count));
  const [together, inTruth, inCut] = [sum(table, pairs), sum(truth, pairs), sum(cut, pairs)];
  const expected = all === 0 ? 0 : (inTruth * inCut) / all;
  const most = (inTruth + inCut) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected); // both all apart, or both all together
}

function vMeasure(table: Counts, truth: Counts, cut: Counts): number {
  const n = sum(truth, count => count);
  const entropy = (counts: Counts) => -sum(counts, count => (count / n) * Math.log(count / n));
  const [whole, ofTruth, ofCut] = [entropy(table), entropy(truth), entropy(cut)];
  const homogeneity = ofTruth === 0 ? 1 : 1 - (whole - ofCut) / ofTruth;
  const completeness = ofCut === 0 ? 1 : 1 - (whole - ofTruth) / ofCut;
  const both = homogeneity + completeness;
  return both < 1e-12 ? 0 : (2 * homogeneity * completeness) / both;
}
