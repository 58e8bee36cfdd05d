import { closeRequest } from '../../../../src/app/feedback/closeRequest.ts';
import { declineFeedback } from '../../../../src/app/feedback/declineFeedback.ts';
import { feedbackInbox } from '../../../../src/app/feedback/feedbackInbox.ts';
import { answersTo, feedbackOf, requestCalled } from '../../../../src/app/feedback/feedbackOf.ts';
import { giveFeedback } from '../../../../src/app/feedback/giveFeedback.ts';
import { ownAnswer } from '../../../../src/app/feedback/ownAnswer.ts';
import type { AskedFeedback } from '../../../../src/core/feedback/requestState.ts';
import { tried, type MarkedDesk, type Verbs } from '../verb.ts';

/** Does something with each request, whosever it is. */
async function each(desk: MarkedDesk, work: (asked: AskedFeedback) => Promise<unknown>): Promise<void> {
  for (const asked of (await feedbackOf(desk)).asked) await tried(() => work(asked));
}

export const feedbackVerbs: Verbs = {
  'feedback/closeRequest': { does: desk => each(desk, asked => closeRequest(desk, asked, desk.yaml)) },
  'feedback/declineFeedback': {
    does: desk => each(desk, asked => declineFeedback(desk, asked, { why: 'No time', yaml: desk.yaml })),
  },
  'feedback/feedbackInbox': { shows: desk => feedbackInbox(desk, {}) },
  'feedback/feedbackOf': {
    forOthers: async desk => {
      const feedback = await feedbackOf(desk);
      const ids = feedback.asked.map(({ request }) => request.id);
      return [feedback, answersTo(feedback, desk.me.handle), ids.map(id => requestCalled(feedback, id))];
    },
  },
  'feedback/giveFeedback': {
    does: desk =>
      giveFeedback(desk, {
        to: desk.other.handle,
        about: 'The talk',
        day: desk.clock.today(),
        lines: [{ time: '14:05', text: 'Clear' }],
      }),
  },
  'feedback/ownAnswer': { does: desk => each(desk, asked => ownAnswer(desk, asked)) },
};
