import type { Likeness } from './kinship.ts';

/**
 * What each thing two changes have in common says about their being one piece of work. Learned by `npm run eval -- --fit --part older`
 * from git/git, microsoft/vscode-js-debug, isomorphic-git/isomorphic-git, rust-lang/cargo, redis/redis and excalidraw/excalidraw as
 * they were in August 2026; `bench/RESULTS.md` has the figures on their newer parts, and on histories nothing was learned from.
 */
export const weights: Readonly<Record<keyof Likeness, number>> = {
  any: 0.15,
  apart: -1.11,
  committedApart: -1.69,
  committedTogether: 1.74,
  mergedApart: -5.28,
  files: 1.32,
  folders: 0.51,
  sameScope: 0.62,
  sameTopic: 1.39,
  otherScope: -0.57,
  words: 1.4,
  routine: -0.82,
  busy: 1.5,
};
