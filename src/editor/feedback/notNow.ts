import { l10n, window, type Uri } from 'vscode';
import * as close from '../../app/feedback/closeRequest.ts';
import * as decline from '../../app/feedback/declineFeedback.ts';
import { Failure } from '../../app/failure.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import { addDays, parseDay, type Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import type { AnswerAnswers } from './answerFeedback.ts';
import { ownRequestMeant, requestMeant } from './requestMeant.ts';

export interface DeclineAnswers extends AnswerAnswers {
  /** Why, in a line that whoever asked will read; may be empty. */
  readonly text: string;
}

export interface PutOffAnswers extends AnswerAnswers {
  /** The day it shall come back on. */
  readonly until: Day;
}

/** For how many days something is put off where nobody says. */
const week = 7;
/** How long a word in the status bar stays, in milliseconds. */
const shown = 8000;

/** Tells whoever asked, in a note of one's own, that no answer will come, and why. Answers the note. */
export async function declineFeedback(
  outloud: OutLoud,
  { request, text }: Partial<DeclineAnswers>,
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const asked = desk && (await requestMeant(desk, request, l10n.t('Decline Feedback')));
  if (!desk || !asked) return undefined;
  const { name } = personCalled(asked.request.asker, desk.team);
  const why = text ?? (await askWhy(asked.request.title, name));
  if (why === undefined) return undefined;
  const path = await decline.declineFeedback(desk, asked, { why, yaml: await outloud.world.yaml() });
  window.setStatusBarMessage(l10n.t('$(check) {0} sees it once you share your notes.', plainLabel(name, 40)), shown);
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path });
}

/** Puts a request off for a week: it waits among what comes later. Answers the day it comes back on. */
export async function putOffFeedback(
  outloud: OutLoud,
  { request, until }: Partial<PutOffAnswers>,
): Promise<Day | undefined> {
  const desk = await outloud.deskWithNotes();
  const asked = desk && (await requestMeant(desk, request, l10n.t('Put Off Feedback')));
  if (!desk || !asked) return undefined;
  const today = desk.clock.today();
  const day = until ?? addDays(today, week);
  if (parseDay(day) === undefined || day <= today)
    throw new Failure(
      l10n.t('“{0}” is no day to come. A day looks like {1}.', plainLabel(day, 40), addDays(today, week)),
    );
  const { putOff = {} } = outloud.attention.of(desk.notebook);
  const later = Object.entries(putOff).filter(([, each]) => each > today);
  await outloud.attention.keep(desk.notebook, {
    putOff: { ...Object.fromEntries(later), [`request ${asked.request.id}`]: day },
  });
  window.setStatusBarMessage(l10n.t('$(watch) It comes back on {0}.', day), shown);
  return day;
}

/** Says in a request of one's own that nobody is waited for any more. Answers the request. */
export async function closeRequest(outloud: OutLoud, { request }: Partial<AnswerAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const asked = desk && (await ownRequestMeant(desk, request, l10n.t('Wait No Longer')));
  if (!desk || !asked) return undefined;
  await close.closeRequest(desk, asked, await outloud.world.yaml());
  return outloud.uriOf(desk.notebook, { shelf: 'shared', path: asked.request.path });
}

function askWhy(title: string, name: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: plainLabel(title),
    prompt: l10n.t('A line of why, if you like. {0} reads it.', plainLabel(name, 40)),
    placeHolder: l10n.t('I know too little about queues to be of use here. Sam does.'),
    ignoreFocusOut: true,
  });
}
