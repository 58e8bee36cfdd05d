import { l10n, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { feedbackOf, requestCalled } from '../../app/feedback/feedbackOf.ts';
import { answerBy, isAsked, requestState, type AskedFeedback } from '../../core/feedback/requestState.ts';
import { compareText } from '../../core/note/compareText.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';

/** The requests that still ask the person at the desk, what is wanted first on top. Those she declined are none of them. */
async function openRequests(desk: Desk): Promise<readonly AskedFeedback[]> {
  const { asked } = await feedbackOf(desk);
  const isOpen = (each: AskedFeedback) =>
    isAsked(each.request, desk.me.handle) &&
    ['open', 'answered'].includes(requestState(each, desk.clock.today())) &&
    answerBy(each.answers, desk.me.handle)?.declined === undefined;
  const dueOf = ({ request }: AskedFeedback) => request.due ?? '9999';
  return asked.filter(isOpen).toSorted((a, b) => compareText(dueOf(a), dueOf(b)));
}

/** The request that is meant: the one that was named, the only one, else the one she picks. Undefined for "not now". */
export async function requestMeant(
  desk: Desk,
  called: string | undefined,
  title: string,
): Promise<AskedFeedback | undefined> {
  if (called !== undefined) return requestCalled(await feedbackOf(desk), called);
  const open = await openRequests(desk);
  if (open.length === 0) throw new Failure(l10n.t('Nobody waits for an answer of yours.'));
  return open.length === 1 ? open[0] : pick(desk, open, title);
}

/** A request of her own that still waits for somebody. */
export async function ownRequestMeant(
  desk: Desk,
  called: string | undefined,
  title: string,
): Promise<AskedFeedback | undefined> {
  if (called !== undefined) return requestCalled(await feedbackOf(desk), called);
  const { asked } = await feedbackOf(desk);
  const own = asked.filter(
    each => sameHandle(each.request.asker, desk.me.handle) && requestState(each, desk.clock.today()) === 'open',
  );
  if (own.length === 0) throw new Failure(l10n.t('You wait for nobody’s feedback.'));
  return pick(desk, own, title);
}

async function pick(desk: Desk, open: readonly AskedFeedback[], title: string): Promise<AskedFeedback | undefined> {
  const items = open.map(asked => ({
    label: plainLabel(asked.request.title),
    description: plainLabel(personCalled(asked.request.asker, desk.team).name),
    detail: plainLabel(asked.request.about ?? ''),
    asked,
  }));
  const placeHolder = l10n.t('Which request?');
  return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true }))
    ?.asked;
}
