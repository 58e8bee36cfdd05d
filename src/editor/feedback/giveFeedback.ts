import { l10n, window, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import * as verb from '../../app/feedback/giveFeedback.ts';
import { wallTime, type InstantFeedback, type TimedLine } from '../../core/feedback/instantFeedback.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import type { OutLoud } from '../outloud.ts';
import { othersToPick } from '../support/othersToPick.ts';
import { FeedbackDrafts, type FeedbackDraft } from './feedbackDrafts.ts';
import { timedLines } from './timedLines.ts';

/** What is told to whom; whatever is missing is asked for. */
export interface GiveAnswers {
  /** A handle or a name. */
  readonly to: string;
  readonly about: string;
  readonly lines: readonly TimedLine[];
}

/** How long a word in the status bar stays, in milliseconds. */
const shown = 8000;

/**
 * Takes down what is seen during a talk or a review, a line at a time, and makes one note of it for one person. What is not finished
 * is kept on this machine, and gone on with the next time. Answers the note.
 */
export async function giveFeedback(outloud: OutLoud, answers: Partial<GiveAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.desk();
  if (!desk) return undefined;
  const drafts = new FeedbackDrafts(outloud.context, desk.notebook);
  const begun = answers.lines ? undefined : await goOnWith(desk, drafts.get());
  if (begun === 'not now') return undefined;
  const feedback = begun ?? (await begin(desk, answers));
  if (!feedback) return undefined;
  const lines = answers.lines ?? (await take(desk, drafts, feedback));
  if (!lines) return undefined;
  const path = await verb.giveFeedback(desk, { ...feedback, lines });
  if (!answers.lines) await drafts.keep(undefined);
  const name = plainLabel(personCalled(feedback.to, desk.team).name, 40);
  window.setStatusBarMessage(l10n.t('$(check) {0} sees it once you share your notes.', name), shown);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  if (!answers.lines) await window.showTextDocument(uri, { preview: false });
  return uri;
}

/** What was begun before, if she wants to go on with it. */
async function goOnWith(
  { team }: Desk,
  draft: FeedbackDraft | undefined,
): Promise<FeedbackDraft | 'not now' | undefined> {
  const last = draft?.typed ?? draft?.lines.at(-1)?.text;
  if (!draft || last === undefined) return undefined;
  const { name } = personCalled(draft.to, team);
  const goOn = {
    label: `$(debug-continue) ${l10n.t('Go on with “{0}”', plainLabel(draft.about, 60))}`,
    description: plainLabel(name),
    detail: plainLabel(last),
    draft,
  };
  const anew = {
    label: `$(add) ${l10n.t('Begin anew')}`,
    description: l10n.t('what was begun goes'),
    draft: undefined,
  };
  const picked = await window.showQuickPick([goOn, anew], { title: l10n.t('Give Feedback'), ignoreFocusOut: true });
  return picked === undefined ? 'not now' : picked.draft;
}

async function begin(desk: Desk, answers: Partial<GiveAnswers>): Promise<InstantFeedback | undefined> {
  const to = answers.to ?? (await askForWhom(desk));
  const about = to === undefined ? undefined : (answers.about ?? (await askAbout()));
  if (to === undefined || about === undefined) return undefined;
  return { to: personCalled(to, desk.team).handle, about, day: desk.clock.today(), lines: [] };
}

async function take(
  { clock, team }: Desk,
  drafts: FeedbackDrafts,
  { typed, ...feedback }: FeedbackDraft,
): Promise<readonly TimedLine[] | undefined> {
  const { name } = personCalled(feedback.to, team);
  return timedLines({
    title: plainLabel(`${feedback.about} · ${name}`),
    lines: feedback.lines,
    ...(typed !== undefined && { typed }),
    now: () => wallTime(clock.now(), clock.zone),
    keep: (lines, half) => drafts.keep({ ...feedback, lines, ...(half.trim() !== '' && { typed: half }) }),
  });
}

async function askForWhom(desk: Desk): Promise<Handle | undefined> {
  const items = await othersToPick(desk);
  const options = { title: l10n.t('Give Feedback'), placeHolder: l10n.t('Whom is it for?'), ignoreFocusOut: true };
  if (items.length > 0) return (await window.showQuickPick(items, options))?.handle;
  return window.showInputBox({ ...options, prompt: l10n.t('Whom is it for?'), placeHolder: 'sam' });
}

function askAbout(): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Give Feedback'),
    prompt: l10n.t('What do you see or hear?'),
    placeHolder: l10n.t('a talk, a review, a meeting'),
    ignoreFocusOut: true,
    validateInput: text => (text.trim() === '' ? l10n.t('A word is enough.') : undefined),
  });
}
