/** What one kind of sign is worth beside the others; each sign is 1 for whoever has the most of it. */
export interface Weights {
  /** Wrote, reviewed or helped with work on these files and their neighbours. */
  readonly wroteNear: number;
  readonly reviewedNear: number;
  readonly helpedNear: number;
  /** Wrote or reviewed work on these very files. */
  readonly wrote: number;
  readonly reviewed: number;
  /** Reviewed, or helped with, what the asker did; was reviewed by her; reviewed the same work. */
  readonly reviewedAsker: number;
  readonly helpedAsker: number;
  readonly askedAsker: number;
  readonly besideAsker: number;
  /** Reviews, or writes, much of late, whatever it is about. */
  readonly reviews: number;
  readonly writes: number;
  /** Wrote the lines that are changed; owns the files; offers to teach it. */
  readonly lines: number;
  readonly owns: number;
  readonly teaches: number;
}

/**
 * How much each sign counts, found on git/git: its commits of 2015 to 2019 with a `Reviewed-by` or `Acked-by`, replayed in the order they
 * came, each coordinate moved while the reviewers named there rose; then rounded. What CODEOWNERS, blame and profiles say stands
 * in no such history: those were set by hand.
 */
export const weights: Weights = {
  wroteNear: 0.15,
  reviewedNear: 0.5,
  helpedNear: 0.1,
  wrote: 0.7,
  reviewed: 1,
  reviewedAsker: 1,
  helpedAsker: 0.2,
  askedAsker: 0.05,
  besideAsker: 0.15,
  reviews: 0.5,
  writes: 0.05,
  lines: 0.8,
  owns: 1,
  teaches: 0.9,
};

/** After so many days a commit counts half: for files, for who works with whom, for who reviews at all. */
export const halfLives = { files: 180, asker: 60, everything: 30 } as const;

/** Each request that waits for somebody takes this much of what speaks for asking once more. */
export const loadOfRequest = 0.3;
