import type { Disposable } from '../../app/ports.ts';
import type { OutLoud } from '../outloud.ts';
import type { SummaryAnswers } from './summarize.ts';

/** What the person worked on, when she wants to see it herself. */
export function register(outloud: OutLoud): Disposable {
  return outloud.command<SummaryAnswers>('summarizeWork', async answers => {
    const { summarize } = await import('./summarize.ts');
    return summarize(outloud, answers);
  });
}
