/** What one kind of sign is worth, for whoever has all there is of it. */
export interface Worth {
  /** Of what was done these days. */
  readonly lately: number;
  /** Of what was done these months. */
  readonly long: number;
}

/** Every sign there is, and what it is worth beside the others. */
export interface Weights {
  /** Reviewed what the asker did; wrote something with her; reviewed the same work. */
  readonly reviewedAsker: Worth;
  readonly helpedAsker: Worth;
  readonly besideAsker: Worth;
  /** Wrote or reviewed work on these very files. */
  readonly wrote: Worth;
  readonly reviewed: Worth;
  /** Wrote or reviewed work on these files and their neighbours. */
  readonly wroteNear: Worth;
  readonly reviewedNear: Worth;
  /** Wrote or reviewed work that is called alike. */
  readonly wroteAlike: Worth;
  readonly reviewedAlike: Worth;
  /** Reviews, or writes, whatever it is about. */
  readonly reviews: Worth;
  readonly writes: Worth;
  /** Wrote the lines that are changed; owns the files; offers to teach it. */
  readonly lines: Worth;
  readonly owns: Worth;
  readonly teaches: Worth;
}

/**
 * How much each sign counts: whoever has one more of it is e times as likely to be who looks. Found by
 * `npm run eval -- --asking --fit --part older` on git/git, ovn-org/ovn, libuv/libuv, wayland-mirror/weston, SELinuxProject/selinux, kmod-project/kmod and
 * shemminger/iproute2, each as in `bench/RESULTS.md`; each commit as it was asked about a moment before and a week before. What CODEOWNERS, blame and profiles say stands in no such history, and who writes
 * together hardly in these: those were set by hand.
 */
export const weights: Weights = {
  reviewedAsker: { lately: 2.3, long: 1.5 },
  helpedAsker: { lately: 0.5, long: 0.5 },
  besideAsker: { lately: 0.3, long: 0 },
  wrote: { lately: 0.8, long: 3.3 },
  reviewed: { lately: 1.2, long: 1.4 },
  wroteNear: { lately: 0.7, long: 0.7 },
  reviewedNear: { lately: 1.5, long: 1.3 },
  wroteAlike: { lately: 0.5, long: 1.8 },
  reviewedAlike: { lately: 2.4, long: 1.6 },
  reviews: { lately: 3.4, long: 0.1 },
  writes: { lately: 2.1, long: 0 },
  lines: { lately: 0, long: 2 },
  owns: { lately: 0, long: 2.5 },
  teaches: { lately: 0, long: 2.2 },
};

/**
 * Days. Lately: what was done today counts twice as much as what was done a day ago, and ever more slowly less after that, like
 * people forget (Wixted and Ebbesen 1991). Long: after so many days it counts half.
 */
export const halfLives = { lately: 1, long: 180 } as const;

/** Who has all of a little is not known well: so much more is counted as somebody else's. */
export const unknown = 0.3;

/** Each request that waits for somebody takes this much of what speaks for asking once more. */
export const loadOfRequest = 0.3;
