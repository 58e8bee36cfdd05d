export interface SampleTeam {
  /** Absolute paths of the repositories `shop` and `tools`. */
  readonly folders: readonly [shop: string, tools: string];
  /** The `.code-workspace` file that opens both. */
  readonly workspace: string;
}

export function makeSampleTeam(
  folder: string,
  today: string,
  options?: { readonly identity?: 'ada' | 'lin' | 'sam' },
): SampleTeam;
export function today(): string;
