import type { TimeWindow } from '../../core/time/calendar.ts';
import type { Commit, HistoryNotice } from '../../core/work/commit.ts';
import type { CommitDetail } from './diffTree.ts';
import type { Mailmap } from './mailmap.ts';
import type { Tips } from './tips.ts';
import type { Walked } from './walk.ts';

/** One question's answer, with what a slightly different history needs to be answered without walking all again. */
export interface Remembered {
  readonly tips: Tips;
  readonly mailmap: Mailmap | undefined;
  readonly aliases: ReadonlyMap<string, string>;
  readonly walked: Walked;
  readonly details: ReadonlyMap<string, CommitDetail>;
  readonly commits: readonly Commit[];
  readonly notices: readonly HistoryNotice[];
}

const mostAnswers = 24;
const mostGraph = 3_000_000;

/** The last answers, in memory only. What is asked for again is worth more than what is old. */
export class HistoryCache {
  readonly #answers = new Map<string, Remembered>();

  static key(repository: string, window: TimeWindow, emails: readonly string[]): string {
    return JSON.stringify([repository, window.from, window.to, [...emails].sort()]);
  }

  find(key: string): Remembered | undefined {
    const found = this.#answers.get(key);
    if (found !== undefined) this.#toEnd(key, found);
    return found;
  }

  keep(key: string, answer: Remembered): void {
    this.#toEnd(key, answer);
    let commits = 0;
    for (const { walked } of this.#answers.values()) commits += walked.graph.size;
    for (const [oldest, { walked }] of this.#answers) {
      if (oldest === key || (this.#answers.size <= mostAnswers && commits <= mostGraph)) return;
      commits -= walked.graph.size;
      this.#answers.delete(oldest);
    }
  }

  forget(key: string): void {
    this.#answers.delete(key);
  }

  #toEnd(key: string, answer: Remembered): void {
    this.#answers.delete(key);
    this.#answers.set(key, answer);
  }
}
