import type { FeedbackAnswer } from '../../core/feedback/answer.ts';
import { answerStamp } from '../../core/feedback/answerText.ts';
import { answerItem, requestItem, toldFor, type FeedbackSight } from '../../core/feedback/feedbackItems.ts';
import { isAsked, patience, requestState, type AskedFeedback } from '../../core/feedback/requestState.ts';
import type { InboxItem } from '../../core/inbox/inboxItem.ts';
import type { Handle, SharedPath } from '../../core/note/notePath.ts';
import { personCalled } from '../../core/people/identity.ts';
import { sameHandle } from '../../core/people/leads.ts';
import { addDays, type Day } from '../../core/time/day.ts';
import type { Desk } from '../desk.ts';
import { readIfThere } from '../notebook/readIfThere.ts';
import { answersTo, feedbackOf } from './feedbackOf.ts';

/** What the machine remembers of the inbox. No note holds it: it is nobody else's business. */
export interface InboxMemory {
  /** The answers that were opened, by their place. */
  readonly read?: readonly string[];
  /** What each of them said then, by its place: see {@link answerStamp}. */
  readonly stamps?: Readonly<Record<string, string>>;
  /** What was put off, by the key of its row: until when. */
  readonly putOff?: Readonly<Record<string, Day>>;
}

/** Feedback that is asked of the person at the desk, that she waits for, and that came for her and was not opened yet, or changed since. */
export async function feedbackInbox(
  desk: Desk,
  { read = [], stamps = {}, putOff = {} }: InboxMemory,
): Promise<readonly InboxItem[]> {
  const { me, team, clock, notebook } = desk;
  const feedback = await feedbackOf(desk);
  const today = clock.today();
  const concerned = feedback.asked.filter(({ request }) => concerns(request, me.handle));
  const since = addDays(today, -patience);
  const isRead = new Set<string>(read);
  const hasStamp = (path: SharedPath) => Object.hasOwn(stamps, path);
  const recent = answersTo(feedback, me.handle).filter(
    ({ path, given = today }) => given >= since && (!isRead.has(path) || hasStamp(path)),
  );
  const texts = new Map<SharedPath, string>();
  const wanted = new Set([...recent, ...concerned.flatMap(asked => toRead(asked, today))].map(({ path }) => path));
  await Promise.all(
    [...wanted].map(async path => {
      texts.set(path, (await readIfThere(notebook.shared, path)) ?? '');
    }),
  );
  const sight: FeedbackSight = {
    me: me.handle,
    today,
    nameOf: handle => personCalled(handle, team).name,
    textOf: path => texts.get(path),
    putOffUntil: key => putOff[key],
    isChanged: path => {
      const text = texts.get(path) ?? '';
      return isRead.has(path) && hasStamp(path) && text !== '' && answerStamp(text) !== stamps[path];
    },
  };
  const unread = recent.filter(({ path }) => !isRead.has(path) || sight.isChanged(path));
  const byId = new Map(concerned.map(asked => [asked.request.id.toLowerCase(), asked]));
  const requestOf = ({ request }: FeedbackAnswer) => byId.get(request?.toLowerCase() ?? '');
  return [
    ...concerned.map(asked => requestItem(asked, sight)),
    ...unread.map(answer => answerItem(answer, requestOf(answer), sight)),
  ].filter(item => item !== undefined);
}

function concerns(request: AskedFeedback['request'], me: Handle): boolean {
  return sameHandle(request.asker, me) || isAsked(request, me);
}

/** Only the answers of requests that may still be told of are read: an answer's note is made before anything is said. */
function toRead(asked: AskedFeedback, today: Day): readonly FeedbackAnswer[] {
  return requestState({ ...asked, answers: [] }, addDays(today, -toldFor)) === 'open' ? asked.answers : [];
}
