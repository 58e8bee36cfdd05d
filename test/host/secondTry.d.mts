export interface Outcome {
  readonly passed: number;
  readonly failed: readonly { readonly title: string; readonly error: string }[];
}
export interface Sums {
  readonly passed: number;
  readonly failed: number;
  readonly second: readonly string[];
}

export function tryAgain(
  first: ReadonlyMap<string, Outcome>,
  options: {
    readonly atMost: number;
    readonly again: (part: string) => Promise<Outcome>;
    readonly log: (line: string) => void;
  },
): Promise<Sums>;
export function sumOf(results: ReadonlyMap<string, Outcome>): Sums;
export function summary(sums: Sums): string;
