import type { InboxItem } from '../inbox/inboxItem.ts';
import { present } from '../note/headValues.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { sameHandle } from '../people/leads.ts';
import { addDays, type Day } from '../time/day.ts';
import { printAbout, readAbout } from './about.ts';
import type { FeedbackAnswer } from './answer.ts';
import { answeredQuestions, firstWords, saysAnything } from './answerText.ts';
import type { FeedbackRequest } from './request.ts';
import { answerBy, isAsked, lastDayOf, patience, requestState, silentOf, type AskedFeedback } from './requestState.ts';

/** Who looks, when, and what is known beside the front matter. */
export interface FeedbackSight {
  readonly me: Handle;
  readonly today: Day;
  readonly nameOf: (handle: Handle) => string;
  /** What stands in an answer; undefined where it was not read. */
  readonly textOf: (path: SharedPath) => string | undefined;
  /** Until when the person put something off; undefined where she did not. */
  readonly putOffUntil: (key: string) => Day | undefined;
  /** Whether she read an answer that says something else now. */
  readonly isChanged: (path: SharedPath) => boolean;
}

/** How many days it is told that a request is over. */
export const toldFor = 7;

/** The item of one request: asked of the person who looks, or asked by her; nothing where it does not concern her. */
export function requestItem(asked: AskedFeedback, sight: FeedbackSight): InboxItem | undefined {
  const given = { ...asked, answers: asked.answers.filter(answer => isGiven(answer, sight)) };
  const state = requestState(given, sight.today);
  const isMine = sameHandle(asked.request.asker, sight.me);
  const isOfMe = isAsked(asked.request, sight.me);
  if (state === 'closed' || state === 'expired') return isMine || isOfMe ? overItem(given, sight) : undefined;
  // Answered by all, it may be half answered by her.
  return (isOfMe ? askedItem(asked, sight) : undefined) ?? (isMine ? waitingItem(given, sight) : undefined);
}

/** An answer the person has not opened yet. Undefined for one that says nothing so far. */
export function answerItem(
  answer: FeedbackAnswer,
  asked: AskedFeedback | undefined,
  sight: FeedbackSight,
): InboxItem | undefined {
  const text = sight.textOf(answer.path) ?? '';
  const title = asked?.request.title ?? answer.about ?? answer.title;
  if (!isGiven(answer, sight)) return undefined;
  return {
    key: `answer ${answer.path}`,
    group: 'answered',
    kind: answer.declined === undefined ? 'feedbackAnswer' : 'feedbackDeclined',
    label: `${sight.nameOf(answer.by)}: ${title}`,
    detail: [
      sight.isChanged(answer.path) ? 'changed since you read it' : '',
      answer.declined === undefined ? '' : 'can’t answer',
      firstWords(text),
    ]
      .filter(Boolean)
      .join(' · '),
    icon: answer.declined === undefined ? 'comment-unresolved' : 'comment',
    opens: { shelf: 'shared', path: answer.path },
    answers: { answer: answer.path },
  };
}

/** Whether an answer was really given: it says something, or was declined. */
function isGiven({ path, declined }: FeedbackAnswer, { textOf }: FeedbackSight): boolean {
  return declined !== undefined || saysAnything(textOf(path) ?? '');
}

function askedItem({ request, answers }: AskedFeedback, sight: FeedbackSight): InboxItem | undefined {
  const mine = answerBy(answers, sight.me);
  const text = mine === undefined ? '' : (sight.textOf(mine.path) ?? '');
  const isBegun = saysAnything(text);
  const open = answeredQuestions(text).filter(({ isAnswered }) => !isAnswered).length;
  if (mine?.declined !== undefined || (isBegun && open === 0)) return undefined;
  const key = `request ${request.id}`;
  const until = sight.putOffUntil(key);
  const isPutOff = until !== undefined && until > sight.today;
  const begun = open === 1 ? 'one question is still open' : `${open} questions are still open`;
  return {
    key,
    group: isBegun || isPutOff ? 'later' : 'asked',
    kind: isBegun ? 'feedbackBegun' : isPutOff ? 'feedbackPutOff' : 'feedbackRequest',
    label: `${sight.nameOf(request.asker)}: ${request.title}`,
    detail: isBegun ? begun : isPutOff ? `put off until ${until}` : aboutWords(request),
    icon: 'comment-discussion',
    ...(request.due !== undefined && !isBegun && !isPutOff && { due: request.due }),
    opens: { shelf: 'shared', path: request.path },
    command: 'answerFeedback',
    answers: { request: request.id },
  };
}

/** What a request is about, in a row: its kind where the title does not end with it, and the place without the hash of a commit. */
function aboutWords({ title, kind = '', about = '' }: FeedbackRequest): string {
  const place = readAbout(about);
  const { repo } = place.kind === 'words' ? {} : place;
  const words = () => {
    if (place.kind === 'commit') return repo;
    if (place.kind !== 'file') return about;
    return printAbout({ kind: 'file', ...present('repo', repo), path: place.path, ...present('lines', place.lines) });
  };
  return [title.endsWith(`: ${kind}`) ? '' : kind, words()].filter(Boolean).join(' · ');
}

function waitingItem(asked: AskedFeedback, { nameOf }: FeedbackSight): InboxItem | undefined {
  const { request, answers } = asked;
  const silent = silentOf(asked);
  if (silent.length === 0) return undefined;
  const answered = answers.length === 0 ? '' : `answered by ${namesOf(answers, nameOf)}`;
  return {
    key: `waitingFeedback ${request.id}`,
    group: 'waiting',
    kind: 'waitingFeedback',
    label: request.title,
    detail: [`from ${silent.map(nameOf).join(', ')}`, answered].filter(Boolean).join(' · '),
    icon: 'watch',
    ...(request.due !== undefined && { due: request.due }),
    opens: { shelf: 'shared', path: request.path },
    answers: { request: request.id },
  };
}

/** A request goes by itself, and says so for a week. */
function overItem(asked: AskedFeedback, { me, today, nameOf }: FeedbackSight): InboxItem | undefined {
  const { request, answers } = asked;
  const isMine = sameHandle(request.asker, me);
  const isClosed = request.closed !== undefined && request.closed <= today;
  const since = isClosed ? request.closed : lastDayOf(request);
  const isOfNoUse = isMine ? isClosed || silentOf(asked).length === 0 : answerBy(answers, me) !== undefined;
  if (since === undefined || isOfNoUse || addDays(since, toldFor) < today) return undefined;
  return {
    key: `over ${request.id}`,
    group: 'later',
    kind: 'feedbackOver',
    label: isMine ? request.title : `${nameOf(request.asker)}: ${request.title}`,
    detail: isClosed ? 'no longer wanted, nothing to do' : `over after ${patience} days, nobody is waited for any more`,
    icon: 'history',
    opens: { shelf: 'shared', path: request.path },
    answers: { request: request.id },
  };
}

function namesOf(answers: readonly FeedbackAnswer[], nameOf: FeedbackSight['nameOf']): string {
  return [...new Set(answers.map(({ by }) => nameOf(by)))].join(', ');
}
