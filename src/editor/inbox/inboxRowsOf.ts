import { l10n, type LogOutputChannel } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { feedbackInbox, type InboxMemory } from '../../app/feedback/feedbackInbox.ts';
import { inboxOf, inboxSources, type InboxSource } from '../../app/inbox/inboxOf.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import { wantedNow } from '../../core/inbox/wanted.ts';
import { inboxRows } from '../../core/outline/inboxRows.ts';
import { traceOf } from '../support/tell.ts';
import type { Silenced } from './quiet.ts';

/** What the rows depend on beside the notes. */
export interface InboxRowsOptions {
  readonly quiet: readonly Silenced[];
  readonly log: Pick<LogOutputChannel, 'error'>;
  /** What this machine remembers of feedback. */
  readonly attention?: InboxMemory;
  /** A corner beside those every inbox has. */
  readonly more?: InboxSource;
}

/** What the view shows. */
export interface ShownInbox {
  readonly rows: readonly OutlineRow[];
  /** How many of them want her now. */
  readonly wanted: number;
  /** Whether somebody waits for feedback of hers: then it can be given where the code is. */
  readonly isAsked: boolean;
}

/** How many hidden strengths are offered at a time: a question, not a list. */
const mostHidden = 2;

/** The rows of the inbox. What could not be looked at is told below the rest. */
export async function inboxRowsOf(
  desk: Desk,
  { quiet, log, attention = {}, more }: InboxRowsOptions,
): Promise<ShownInbox> {
  const feedback: InboxSource = each => feedbackInbox(each, attention);
  const { items, failures } = await inboxOf(desk, [feedback, ...inboxSources, ...(more ? [more] : [])]);
  for (const failure of failures) log.error(`inbox: ${traceOf(failure)}`);
  const silenced = new Set(quiet.map(({ key }) => key));
  const asked = items.filter(({ key }) => !silenced.has(key));
  const hidden = asked.filter(({ kind }) => kind === 'hiddenStrength').slice(mostHidden);
  const shown = asked.filter(item => !hidden.includes(item));
  const label = l10n.t('Some of what waits can’t be shown now.');
  const failed = failures.length > 0 ? [{ label, icon: 'warning', context: 'failed', key: 'failed' }] : [];
  const today = desk.clock.today();
  return {
    rows: [...inboxRows(shown, today), ...failed],
    wanted: wantedNow(shown, today).length,
    isAsked: shown.some(({ command }) => command === 'answerFeedback'),
  };
}
