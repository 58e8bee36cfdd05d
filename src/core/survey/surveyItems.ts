import type { InboxItem } from '../inbox/inboxItem.ts';
import type { Survey } from './survey.ts';
import type { SurveyAction } from './surveyAction.ts';

/** What everybody who has not answered finds in the inbox. */
export function askedItem({ slug, title, due, path }: Survey, by?: string): InboxItem {
  return {
    key: `survey ${slug}`,
    group: 'asked',
    kind: 'survey',
    label: title,
    detail: by === undefined ? 'the team is asked' : `${by} asks the team`,
    icon: 'checklist',
    ...(due === undefined ? {} : { due }),
    opens: { shelf: 'shared', path },
    command: 'answerSurvey',
    answers: { survey: slug },
  };
}

/** What who started it finds while it runs. Nothing tells who answered, or how many. */
export function waitingItem({ slug, title, due, path }: Survey): InboxItem {
  return {
    key: `surveyWaiting ${slug}`,
    group: 'waiting',
    kind: 'surveyWaiting',
    label: `Answers to ${title}`,
    icon: 'watch',
    ...(due === undefined ? {} : { due }),
    opens: { shelf: 'shared', path },
    answers: { survey: slug },
  };
}

/** What who started it finds once its last day is over. */
export function overItem({ slug, title, path }: Survey): InboxItem {
  return {
    key: `surveyOver ${slug}`,
    group: 'asked',
    kind: 'surveyOver',
    label: `Sum up: ${title}`,
    detail: 'its last day is over',
    icon: 'output',
    opens: { shelf: 'shared', path },
    command: 'closeSurvey',
    answers: { survey: slug },
  };
}

/** What the owner of an action finds from its day on. */
export function actionItem({ slug, title, path }: Survey, { text, due, line }: SurveyAction): InboxItem {
  return {
    key: `surveyAction ${slug} ${text}`,
    group: 'goals',
    kind: 'surveyAction',
    label: text,
    detail: `agreed in ${title}`,
    icon: 'tasklist',
    ...(due === undefined ? {} : { due }),
    opens: { shelf: 'shared', path, line },
    answers: { survey: slug },
  };
}
