import { listed } from '../../core/listed.ts';
import { answerOf, type FeedbackAnswer } from '../../core/feedback/answer.ts';
import { requestOf, type FeedbackRequest } from '../../core/feedback/request.ts';
import type { AskedFeedback } from '../../core/feedback/requestState.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';

/** Who asked whom for feedback and what came back, of everybody. */
export interface Feedback {
  /** Sorted by path. */
  readonly asked: readonly AskedFeedback[];
  /** Every answer, also those nobody asked for (instant feedback) and those whose request is gone. */
  readonly answers: readonly FeedbackAnswer[];
}

/**
 * The requests and answers of a notebook, joined. Told by the index alone: no text is read. What is private or can't be read
 * is none of them.
 */
export async function feedbackOf({ notebook, team }: Pick<Desk, 'notebook' | 'team'>): Promise<Feedback> {
  const requests: FeedbackRequest[] = [];
  const answers: FeedbackAnswer[] = [];
  for (const note of await notebook.shared.notes()) {
    const request = requestOf(note, team);
    const answer = request ? undefined : answerOf(note, team);
    if (request) requests.push(request);
    if (answer) answers.push(answer);
  }
  const byRequest = new Map<string, FeedbackAnswer[]>();
  for (const answer of answers) listed(byRequest, answer.request?.toLowerCase() ?? '').push(answer);
  return {
    asked: requests.map(request => ({ request, answers: byRequest.get(request.id.toLowerCase()) ?? [] })),
    answers,
  };
}

/** The answers a person was given: to her requests, and those nobody asked for that name her. Her own are none of them. */
export function answersTo({ answers }: Feedback, handle: Handle): readonly FeedbackAnswer[] {
  return answers.filter(({ by, request, to }) => {
    const asker = request === undefined ? undefined : (/^([^/]+)\//.exec(request)?.[1] ?? '');
    const isHers = asker === undefined ? to.some(each => sameHandle(each, handle)) : sameHandle(asker, handle);
    return isHers && !sameHandle(by, handle);
  });
}

/**
 * The request a text means: as its answers name it (`ada/2026-11-19-outbox-design`), or by the place of its note.
 *
 * @throws Failure where there is none
 */
export function requestCalled({ asked }: Pick<Feedback, 'asked'>, called: string): AskedFeedback {
  const wanted = called.trim().toLowerCase();
  const found = asked.find(({ request: { id, path } }) => [id, path].some(name => name.toLowerCase() === wanted));
  if (!found)
    throw new Failure(
      `There is no request called ${called.trim()} any more. Look into the inbox for what is still asked.`,
    );
  return found;
}
