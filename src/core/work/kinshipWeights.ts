import type { Likeness } from './kinship.ts';

/**
 * What each thing two changes have in common says about their being one piece of work. Learned by `npm run eval -- --fit --part older`
 * from the histories that `bench/RESULTS.md` names, as they were in August 2026; it has the figures on their newer parts, and on
 * histories nothing was learned from.
 */
export const weights: Readonly<Record<keyof Likeness, number>> = {
  any: 0.82,
  apart: -0.55,
  committedApart: -2.41,
  committedTogether: 1.42,
  merged: -2.09,
  editedApart: -3,
  mergedApart: -2.05,
  files: 0.9,
  stems: 1.25,
  folders: 0.46,
  sameScope: -0.16,
  otherScope: -0.48,
  words: 1.26,
  named: 0.95,
  bothListed: -0.83,
  completes: 0.54,
  laterVague: 1.38,
  laterExplained: -0.51,
  broad: 0.06,
  busyDays: 0.96,
  mergedDays: -0.39,
  rebasedDays: -0.64,
  vagueDays: 1.78,
  seriesDays: 0.47,
  listedDays: -2.07,
  revisitingDays: 0.59,
  oneFileDays: -0.43,
  testDays: -0.14,
};
