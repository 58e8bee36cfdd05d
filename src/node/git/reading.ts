import type { HistoryQuery } from '../../app/ports.ts';
import type { EpochSeconds } from '../../core/time/day.ts';
import type { HistoryNotice } from '../../core/work/commit.ts';
import { GitFailed, type Git } from './gitCall.ts';
import type { Remembered } from './historyCache.ts';
import type { Tips } from './tips.ts';
import type { View } from './view.ts';

/** What one repository is asked. */
export interface RepositoryQuery extends HistoryQuery {
  readonly now: EpochSeconds;
  /** The answer to the same question some time ago. */
  readonly before: Remembered | undefined;
  /** What its branches are, where that was asked already. */
  readonly refs?: Promise<string> | undefined;
}

/** One reading of one repository. */
export interface Reading {
  readonly git: Git;
  readonly view: View;
  readonly query: RepositoryQuery;
  readonly tips: Tips;
  readonly until: EpochSeconds | undefined;
  readonly notices: HistoryNotice[];
}

/** What to tell of a failure; one that is none of git's goes on. */
export function noticeOf({ repository }: View, error: unknown, signal: AbortSignal | undefined): HistoryNotice {
  if (signal?.aborted || !(error instanceof GitFailed)) throw error;
  return { repo: repository.name, code: error.why === 'refused' ? 'unreadable' : 'cut' };
}
