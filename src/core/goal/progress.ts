import type { Goal } from './goal.ts';
import type { KeyResult } from './keyResult.ts';

/**
 * How far a goal has come, in the two ways that are no measure of each other. Nothing is summed up: a goal without figures has none.
 */
export interface Progress {
  /** What happens: its key results, one by one. Empty where it has none. */
  readonly outcome: readonly ResultProgress[];
  /** What she does: its steps, but for those that were dropped or went elsewhere. */
  readonly effort: { readonly done: number; readonly of: number };
}

/** How far one key result is. */
export interface ResultProgress {
  readonly result: KeyResult;
  readonly isReached: boolean;
  /** The part of the way from its start to its target that is behind it, 0 to 1; undefined where nothing was measured. */
  readonly way?: number;
}

/** Outcome and effort of a goal, apart (Doerr, "Measure What Matters", 2018: a key result says what happens, not what one does). */
export function progressOf({ keyResults, steps }: Pick<Goal, 'keyResults' | 'steps'>): Progress {
  const counted = steps.filter(({ state }) => state === 'open' || state === 'done');
  return {
    outcome: keyResults.map(resultProgress),
    effort: { done: counted.filter(({ state }) => state === 'done').length, of: counted.length },
  };
}

function resultProgress(result: KeyResult): ResultProgress {
  const isReached = result.isReached === true;
  const way = isReached && result.target !== undefined ? 1 : wayOf(result);
  return { result, isReached, ...(way !== undefined && { way }) };
}

/** Down is the way where the target lies below the start. Worse than the start is no way at all, beyond the target is all of it. */
function wayOf({ start, now, target }: KeyResult): number | undefined {
  if (start === undefined || now === undefined || target === undefined) return undefined;
  if (start === target) return now === target ? 1 : 0;
  const part = (now - start) / (target - start);
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : undefined;
}
