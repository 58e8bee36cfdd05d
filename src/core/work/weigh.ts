import type { PieceOfWork, WorkKind } from './piece.ts';
import type { Told } from './told.ts';

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

/**
 * How much a piece would be missed in a week's note: what kind it is, how far it reaches, whether it was discussed, whether it
 * serves a goal. Lines count for little, so that a long diff does not beat a hard fix.
 *
 * @param isSaid whether somebody found words for it
 */
export function weightOf(piece: PieceOfWork, told: readonly Told[], isSaid: boolean): number {
  const hand = Math.min(
    piece.files.length,
    told.reduce((sum, { files }) => sum + files.length, 0),
  );
  const { commits, added, deleted } = piece.sizes;
  const breadth = Math.min(3, Math.log2(1 + hand) * 0.8);
  const lines = Math.min(4, Math.log2(1 + added + deleted) * 0.45);
  const steps = Math.min(3, Math.log2(commits));
  const serves =
    (piece.goals.length > 0 ? 5 : 0) + (piece.issue ? 0.5 : 0) + (piece.pull || told.some(each => each.merge) ? 1 : 0);
  const isHers = told.some(({ change }) => change.commits.some(({ part }) => part === 'author'));
  const trifling = told.every(each => each.trifle) ? 0.4 : 1;
  const vague = isSaid ? 1 : 0.6;
  return (kindWeight[piece.kind] + breadth + lines + steps + serves) * (isHers ? 1 : 0.8) * trifling * vague;
}

/** Small print: typos, bumps, formatting, a chore, a line or two of docs or configuration. A goal makes anything a headline. */
export function isMinor(piece: PieceOfWork, told: readonly Told[], isSaid: boolean): boolean {
  if (piece.goals.length > 0) return false;
  if (told.every(each => each.trifle)) return true;
  if (piece.kind === 'chore') return true;
  const lines = piece.sizes.added + piece.sizes.deleted;
  const isAside = piece.kind === 'docs' || piece.kind === 'test' || piece.kind === 'build';
  if (isAside) return lines <= 12;
  return !isSaid && lines <= 12 && !piece.issue;
}
