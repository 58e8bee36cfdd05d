/** What is to be told from what: figures, whether it is so, and how much that counts. */
export interface Example {
  readonly like: ArrayLike<number>;
  readonly isSame: boolean;
  readonly weight: number;
}

const mostSteps = 12;
const done = 1e-4;

/** Logistic regression by Newton's method, with a little shrinking so that nothing runs away. */
export function newton(examples: readonly Example[], size: number): number[] {
  const weights: number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < mostSteps; step++) {
    const slope = Float64Array.from(weights, weight => weight * 1e-3);
    const bend = weights.map((_, a) => Float64Array.from(weights, (_, b) => (a === b ? 1e-3 : 0)));
    for (const example of examples) add(example, weights, { slope, bend });
    const change = solve(bend, slope);
    change.forEach((each, at) => (weights[at] = (weights[at] ?? 0) - each));
    if (change.every(each => Math.abs(each) < done)) break;
  }
  return weights;
}

interface Sums {
  readonly slope: Float64Array;
  readonly bend: readonly Float64Array[];
}

function add({ like, isSame, weight }: Example, weights: readonly number[], { slope, bend }: Sums): void {
  let odds = 0;
  for (let at = 0; at < weights.length; at++) odds += (like[at] ?? 0) * (weights[at] ?? 0);
  const likely = 1 / (1 + Math.exp(-odds));
  const [error, spread] = [weight * (likely - Number(isSame)), weight * likely * (1 - likely)];
  for (let a = 0; a < weights.length; a++) {
    const value = like[a] ?? 0;
    const row = bend[a];
    if (value === 0 || row === undefined) continue;
    slope[a] = (slope[a] ?? 0) + error * value;
    for (let b = 0; b < weights.length; b++) row[b] = (row[b] ?? 0) + spread * value * (like[b] ?? 0);
  }
}

/** Gauss and Jordan, with the largest pivot. */
function solve(matrix: readonly Float64Array[], right: Float64Array): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? i : best),
      at,
    );
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const head = rows[at] ?? [];
    rows.forEach((row, i) => {
      if (i === at) return;
      const factor = (row[at] ?? 0) / (head[at] ?? 1);
      for (let k = at; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (head[k] ?? 0);
    });
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
