import type { Draft } from './draft.ts';
import type { WorkKind } from './piece.ts';
import { releaseIn } from './release.ts';

const kindWeight: Record<WorkKind, number> = {
  feature: 8,
  performance: 8,
  fix: 7,
  refactor: 5,
  revert: 4,
  docs: 4,
  test: 4,
  build: 3,
  chore: 1,
};

/** What is known of a piece's words. */
export interface Saying {
  /** Somebody found words for it. */
  readonly isSaid: boolean;
  /** One of its commits names a goal. */
  readonly servesGoal: boolean;
}

type Unweighed = Omit<Draft, 'weight' | 'minor'>;

/**
 * How much a piece would be missed in a week's note: what kind it is, how far it reaches, whether it was discussed, whether it
 * serves a goal. Lines count for little, so that a long diff does not beat a hard fix.
 */
export function weightOf({ told, kind, pull, issue, sizes }: Unweighed, { isSaid, servesGoal }: Saying): number {
  const breadth = Math.min(3, Math.log2(1 + handWritten(told)) * 0.8);
  const lines = Math.min(4, Math.log2(1 + sizes.added + sizes.deleted) * 0.45);
  const steps = Math.min(3, Math.log2(sizes.commits));
  const isDiscussed = pull !== undefined || told.some(each => each.merge !== undefined);
  const serves = (servesGoal ? 5 : 0) + (issue === undefined ? 0 : 0.5) + (isDiscussed ? 1 : 0);
  const isHers = told.some(({ change }) => change.commits.some(({ part }) => part === 'author'));
  const trifling = told.every(each => each.trifle) ? 0.4 : 1;
  const vague = isSaid ? 1 : 0.6;
  if (isRelease(told)) return releaseWeight + breadth;
  return (kindWeight[kind] + breadth + lines + steps + serves) * (isHers ? 1 : 0.8) * trifling * vague;
}

/** Whoever uses the work gets it by a release, so it is told among the first. */
const releaseWeight = 10;

function isRelease(told: Draft['told']): boolean {
  return told.every(each => each.trifle) && told.some(({ subject }) => releaseIn(subject.text) !== undefined);
}

/** How many different files were written by hand; more than enough is not counted. */
function handWritten(told: Draft['told']): number {
  const paths = new Set<string>();
  for (const { files } of told) {
    for (const { path } of files) paths.add(path);
    if (paths.size > 20) break;
  }
  return paths.size;
}

/** Small print: typos, bumps, formatting, a chore, a line or two of docs or configuration. A goal makes anything a headline. */
export function isMinor({ told, kind, issue, sizes }: Unweighed, { isSaid, servesGoal }: Saying): boolean {
  if (servesGoal || isRelease(told)) return false;
  if (kind === 'chore' || told.every(each => each.trifle)) return true;
  const isAside = kind === 'docs' || kind === 'test' || kind === 'build';
  const isSmall = sizes.added + sizes.deleted <= 12;
  return isSmall && (isAside || (!isSaid && issue === undefined));
}
