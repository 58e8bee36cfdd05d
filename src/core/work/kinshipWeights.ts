import type { Likeness } from './kinship.ts';

/**
 * What each thing two changes have in common says about their being one piece of work. Learned by `npm run eval -- --fit --part older`
 * from git/git, microsoft/vscode-js-debug, isomorphic-git/isomorphic-git, rust-lang/cargo, redis/redis and excalidraw/excalidraw as
 * they were in August 2026; `bench/RESULTS.md` has the figures on their newer parts, and on histories nothing was learned from.
 */
export const weights: Readonly<Record<keyof Likeness, number>> = {
  any: 0.12,
  apart: -1.1,
  committedApart: -1.69,
  committedTogether: 1.75,
  mergedApart: -5.27,
  files: 1.32,
  folders: 0.52,
  sameScope: 0.6,
  sameTopic: 1.12,
  otherScope: -0.57,
  words: 1.42,
  busy: 1.51,
};
