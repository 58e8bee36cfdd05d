import { l10n, window, workspace } from 'vscode';
import type { Disposable } from '../../app/ports.ts';
import { Failure } from '../../app/failure.ts';
import { parseDay, type Day } from '../../core/time/day.ts';
import { mondayOf, weekOf } from '../../core/time/week.ts';
import type { OutLoud } from '../outloud.ts';
import { withProgress } from '../support/withProgress.ts';

/** What a caller may already know. */
export interface SummaryAnswers {
  /** The first day that counts; Monday of this week where it is not given. */
  readonly since: Day;
  /** The last day that counts; today where it is not given. */
  readonly until: Day;
  /** A handle; the person herself where it is not given. */
  readonly person: string;
}

/** What the person worked on, with its sizes, for her own eyes: in a new editor, in no file. */
export function register(outloud: OutLoud): Disposable {
  return outloud.command<SummaryAnswers>('summarizeWork', answers => summarize(outloud, answers));
}

async function summarize(outloud: OutLoud, answers: Partial<SummaryAnswers>): Promise<string | undefined> {
  return undefined;
}
