import type { Likeness } from './kinship.ts';

/**
 * What each thing two changes have in common says about their being one piece of work. Learned by `npm run eval -- --fit --part older`
 * from the histories that `bench/RESULTS.md` names, as they were in August 2026; it has the figures on their newer parts, and on
 * histories nothing was learned from.
 */
export const weights: Readonly<Record<keyof Likeness, number>> = {
  any: 0.91,
  apart: -0.59,
  committedApart: -2.38,
  committedTogether: 1.57,
  merged: -2.47,
  mergedApart: -4.41,
  editedApart: -2.5,
  files: 1.3,
  stems: 1.02,
  folders: 0.45,
  sameScope: 0.18,
  otherScope: -0.25,
  words: 0.75,
  named: 0.68,
  bothListed: -0.19,
  completes: 0.55,
  laterVague: 0.95,
  laterExplained: -0.36,
  broad: 0.12,
  busyDays: 0.94,
  mergedDays: -2.71,
  rebasedDays: -0.7,
  vagueDays: 0.62,
  seriesDays: 0.41,
  listedDays: -2.44,
  revisitingDays: 0.61,
  oneFileDays: -0.57,
  testDays: -0.41,
};
