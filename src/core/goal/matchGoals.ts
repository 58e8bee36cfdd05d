import { fileNameOf } from '../note/noteName.ts';
import type { PieceOfWork } from '../work/piece.ts';
import { globTest } from './glob.ts';
import type { Goal } from './goal.ts';

/** A goal a piece of work serves, and what says so. */
export interface GoalMatch<G> {
  readonly goal: G;
  readonly by: 'trailer' | 'branch' | 'paths';
}

/** What a goal goes by. */
export type Named = Pick<Goal, 'slug' | 'title'> & Partial<Pick<Goal, 'aliases'>>;
type Matched = Named & Pick<Goal, 'status' | 'paths'>;

/**
 * The goals a piece of work serves: those its commits name in a `Goal:` trailer, those its branch is named after, those
 * whose `paths` one of its files lies in; in that order. A dropped goal is served by nothing, a parked or a done one
 * only where it is named.
 */
export function matchGoals<G extends Matched>(
  piece: Pick<PieceOfWork, 'goals' | 'branch' | 'files'>,
  goals: readonly G[],
): readonly GoalMatch<G>[] {
  const matches = goals.flatMap((goal): GoalMatch<G>[] => {
    const by = reason(piece, goal);
    return by ? [{ goal, by }] : [];
  });
  return matches.toSorted((a, b) => reasons.indexOf(a.by) - reasons.indexOf(b.by));
}

/** The goal a text names: by its slug, by its title, or by another name it goes by, in that order. */
export function goalNamed<G extends Named>(text: string, goals: readonly G[]): G | undefined {
  const said = text.trim().toLowerCase();
  const slug = fileNameOf(said);
  const isSaid = (name: string) => fileNameOf(name).toLowerCase() === slug;
  return (
    goals.find(goal => goal.slug.toLowerCase() === said) ??
    goals.find(goal => goal.slug.toLowerCase() === slug || isSaid(goal.title)) ??
    goals.find(goal => goal.aliases?.some(isSaid))
  );
}

/** A text that may name a goal, made ready to be held against many goals. */
export interface SaidName {
  readonly said: string;
  readonly slug: string;
}

export function saidName(text: string): SaidName {
  const said = text.trim().toLowerCase();
  return { said, slug: fileNameOf(said) };
}

/** Whether such a text names this goal, as {@link goalNamed} would find. */
export function isNamedBy({ slug: own, title, aliases = [] }: Named): (name: SaidName) => boolean {
  const exact = own.toLowerCase();
  const names = new Set([exact, ...[title, ...aliases].map(name => fileNameOf(name).toLowerCase())]);
  return ({ said, slug }) => said === exact || names.has(slug);
}

/** Whether a text names this goal. What was told once is remembered: a log uses the same few names again and again. */
export function namesGoal(goal: Named): (text: string) => boolean {
  const isNamed = isNamedBy(goal);
  const told = new Map<string, boolean>();
  return text => {
    const known = told.get(text) ?? isNamed(saidName(text));
    told.set(text, known);
    return known;
  };
}

const reasons: readonly GoalMatch<unknown>['by'][] = ['trailer', 'branch', 'paths'];

function reason(
  { goals, branch, files }: Pick<PieceOfWork, 'goals' | 'branch' | 'files'>,
  goal: Matched,
): GoalMatch<unknown>['by'] | undefined {
  if (goal.status === 'dropped') return undefined;
  if (goals.some(name => goalNamed(name, [goal]))) return 'trailer';
  if (branch !== undefined && [goal.slug, ...(goal.aliases ?? [])].some(name => isNamedAfter(branch, name)))
    return 'branch';
  if (goal.status !== 'active') return undefined;
  const tests = goal.paths.map(globTest);
  return files.some(file => tests.some(test => test(file))) ? 'paths' : undefined;
}

/** `ada/checkout-under-200-ms` and `feature/checkout-under-200-ms-2` are named after `checkout-under-200-ms`. */
function isNamedAfter(branch: string, slug: string): boolean {
  const words = (text: string) => `-${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}-`;
  return slug.length >= 4 && words(branch).includes(words(slug));
}
