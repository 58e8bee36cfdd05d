import { questionsFor } from '../../core/feedback/requestKinds.ts';
import { printRequest, requestPath } from '../../core/feedback/requestNote.ts';
import type { SharedPath } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { Failure } from '../failure.ts';
import type { AskedAbout } from './askedAbout.ts';

/** What somebody wishes to hear about, and from whom. */
export interface FeedbackWish {
  readonly about: AskedAbout;
  /** Handles, names or addresses. */
  readonly to: readonly string[];
  readonly kind?: string | undefined;
  /** Questions in the asker's own words. */
  readonly questions?: readonly string[] | undefined;
  readonly due?: Day | undefined;
  /** Why these people, each a sentence's end. */
  readonly because?: readonly string[] | undefined;
}

/**
 * Writes a request for feedback into the folder of the person at the desk, and answers where it went. It reaches the others once it is shared.
 *
 * @throws Failure where nobody else is asked
 */
export async function requestFeedback(
  desk: Pick<Desk, 'notebook' | 'me' | 'team' | 'clock'>,
  wish: FeedbackWish,
): Promise<SharedPath> {
  const { notebook, me, team, clock } = desk;
  const { about, kind, due, questions = [], because = [] } = wish;
  const handles = wish.to.map(called => personCalled(called.replace(/^@/, ''), team).handle);
  const to = handles.filter(
    (handle, index) =>
      !sameHandle(handle, me.handle) && handles.findIndex(other => sameHandle(other, handle)) === index,
  );
  if (to.length === 0) throw new Failure('Choose somebody else to ask: a request needs one other person at least.');
  const request = {
    ...{ day: clock.today(), title: titleOf(about, kind), about: about.about, to, kind, due, because },
    ...{ questions: questionsFor(kind, questions), unsure: questions.find(question => question.trim() !== '') },
    ...{ range: about.range, file: about.file, pull: about.pull },
  };
  return notebook.shared.create(requestPath(me.handle, request), printRequest(request));
}

function titleOf({ title, subject }: AskedAbout, kind: string | undefined): string {
  if (kind === 'start-stop-continue') return `Start, stop, continue: ${title}`;
  if (kind === undefined || subject === 'talk' || subject === 'project') return title;
  return subject === 'myself' ? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${title}` : `${title}: ${kind}`;
}
