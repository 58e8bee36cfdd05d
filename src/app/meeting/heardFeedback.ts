import { firstSentence, type HeardFeedback } from '../../core/meeting/heardFeedback.ts';
import type { Handle } from '../../core/note/notePath.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Day } from '../../core/time/day.ts';
import { compareText } from '../../core/note/compareText.ts';
import type { Desk } from '../desk.ts';
import { answersTo, feedbackOf } from '../feedback/feedbackOf.ts';
import { readIfThere } from '../notebook/readIfThere.ts';

/** Of which days, and of one person only where she is named. */
export interface HeardWhen {
  readonly since: Day;
  readonly until: Day;
  readonly from?: Handle;
}

/** What others said to the person at the desk in some days, each in one sentence, the oldest first. What is declined or still empty says nothing. */
export async function heardFeedback(
  desk: Pick<Desk, 'notebook' | 'team' | 'me'>,
  { since, until, from }: HeardWhen,
): Promise<readonly HeardFeedback[]> {
  const feedback = await feedbackOf(desk);
  const given = answersTo(feedback, desk.me.handle)
    .filter(({ given: day = '', declined }) => declined === undefined && day >= since && day <= until)
    .filter(({ by }) => from === undefined || sameHandle(by, from))
    .toSorted((a, b) => compareText(a.given ?? '', b.given ?? ''));
  const titles = new Map(feedback.asked.map(({ request }) => [request.id.toLowerCase(), request.title]));
  const heard = await Promise.all(
    given.map(async ({ path, by, title, about, request }) => {
      const words = firstSentence((await readIfThere(desk.notebook.shared, path)) ?? '');
      const topic = titles.get(request?.toLowerCase() ?? '') ?? about ?? title;
      return words === '' ? [] : [{ path, by, about: topic, words }];
    }),
  );
  return heard.flat();
}
