import { l10n, type LogOutputChannel } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { feedbackInbox, type InboxMemory } from '../../app/feedback/feedbackInbox.ts';
import { inboxOf, inboxSources, type Inbox, type InboxSource } from '../../app/inbox/inboxOf.ts';
import type { OutlineRow } from '../../core/outline/outlineRow.ts';
import { wantedNow } from '../../core/inbox/wanted.ts';
import { inboxRows } from '../../core/outline/inboxRows.ts';
import { traceOf } from '../support/tell.ts';

/** What is looked at beside the notes. */
export interface InboxCorners {
  /** What this machine remembers of feedback. */
  readonly attention?: InboxMemory;
  /** A corner beside those every inbox has. */
  readonly more?: InboxSource;
}

/** What the rows depend on beside the notes. */
export interface InboxRowsOptions extends InboxCorners {
  /** Says of an item's key whether she wants to be asked no more. */
  readonly isStopped: (key: string) => boolean;
  readonly log: Pick<LogOutputChannel, 'error'>;
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
export async function inboxRowsOf(desk: Desk, { isStopped, log, ...corners }: InboxRowsOptions): Promise<ShownInbox> {
  const { items, failures } = await wholeInbox(desk, corners);
  for (const failure of failures) log.error(`inbox: ${traceOf(failure)}`);
  const asked = items.filter(({ key }) => !isStopped(key));
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

/** Everything there is to ask, what was stopped too. */
export function wholeInbox(desk: Desk, { attention = {}, more }: InboxCorners): Promise<Inbox> {
  const feedback: InboxSource = each => feedbackInbox(each, attention);
  return inboxOf(desk, [feedback, ...inboxSources, ...(more ? [more] : [])]);
}
