import type { Handle } from '../note/notePath.ts';
import { sameHandle } from '../people/leads.ts';
import { addDays, type Day } from '../time/day.ts';
import type { FeedbackAnswer } from './answer.ts';
import type { FeedbackRequest } from './request.ts';

/** A request with every answer it was given, also declined ones, by path. */
export interface AskedFeedback {
  readonly request: FeedbackRequest;
  readonly answers: readonly FeedbackAnswer[];
}

/** `open`: somebody has not answered yet; `closed` by the asker; `expired`: nobody is waited for any more. */
export type RequestState = 'open' | 'answered' | 'closed' | 'expired';

/** How many days a request is waited for. */
export const patience = 90;

/** Where a request stands. One without any day is waited for until it is answered or closed. */
export function requestState(asked: AskedFeedback, today: Day): RequestState {
  const { closed } = asked.request;
  if (closed !== undefined && closed <= today) return 'closed';
  if (asked.request.to.length > 0 && silentOf(asked).length === 0) return 'answered';
  const last = lastDayOf(asked.request);
  return last !== undefined && last < today ? 'expired' : 'open';
}

/** The last day a request is waited for: 90 days after it was asked. Undefined where nothing says when that was. */
export function lastDayOf({ asked, due }: Pick<FeedbackRequest, 'asked' | 'due'>): Day | undefined {
  const from = asked ?? due;
  return from === undefined ? undefined : addDays(from, patience);
}

/** Who was asked and neither answered nor declined. */
export function silentOf({ request, answers }: AskedFeedback): readonly Handle[] {
  return request.to.filter(handle => answerBy(answers, handle) === undefined);
}

/** What somebody answered, the first where there are several. */
export function answerBy(answers: readonly FeedbackAnswer[], handle: Handle): FeedbackAnswer | undefined {
  return answers.find(({ by }) => sameHandle(by, handle));
}

/** Whether a request asks this person. */
export function isAsked({ to }: Pick<FeedbackRequest, 'to'>, handle: Handle): boolean {
  return to.some(each => sameHandle(each, handle));
}
