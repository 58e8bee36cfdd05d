import { cleanText, shortened } from '../markdown/cleanText.ts';
import { escapeText, link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import { fileNameOf, titleOf } from '../note/noteName.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { printNote, printTitle } from '../note/printNote.ts';
import { isSafeName } from '../note/safePath.ts';
import type { Day } from '../time/day.ts';
import type { SurveyAction } from './surveyAction.ts';
import { eachOnce, lastTimeSection, type Survey, type SurveyKind } from './survey.ts';

/** A survey to be asked. */
export interface NewSurvey {
  readonly title: string;
  readonly kind: SurveyKind;
  readonly questions: readonly string[];
  readonly date: Day;
  readonly due: Day;
  readonly by: Handle;
  /** The one before it, with what became of its actions. */
  readonly previous?: { readonly survey: Survey; readonly actions: readonly SurveyAction[] };
}

/** The questions that are well tried, by the name a person chooses them by. */
export const questionForms = {
  'start-stop-continue': ['What should we start?', 'What should we stop?', 'What should we continue?'],
  'glad-sad-mad': ['What made me glad?', 'What made me sad?', 'What made me mad?'],
} as const;
export type QuestionForm = keyof typeof questionForms;

/** What is told wherever words are about to be written: nobody shall believe that a survey hides her. */
const notAnonymous = 'This is not anonymous: git keeps who wrote what, and everyone with the repository can read it.';

/** Where a survey of this day and title goes. */
export function surveyPath({ date, title }: Pick<NewSurvey, 'date' | 'title'>): SharedPath {
  return `surveys/${date}-${fileNameOf(titleOf(title).title)}.md` as SharedPath;
}

/** The note of a new survey: each question a heading, below what became of the last one's actions. */
export function printSurvey(survey: NewSurvey): string {
  const { kind, date, due, by, previous, questions } = survey;
  const { title, rest } = titleOf(survey.title);
  const last = previous && previous.actions.length > 0 ? lastTime(previous.survey, previous.actions) : '';
  const note = `${notAnonymous}\nThe summary quotes the words without names; the answers in each person’s folder carry them.`;
  return printNote({
    head: { type: 'survey', kind, date, due, by, previous: previous?.survey.slug },
    title,
    body: [rest, alert(note), last, ...eachOnce(questions).map(question => `## ${printTitle(question)}`)]
      .filter(part => part !== '')
      .join('\n\n'),
  });
}

/** What is known of an answer that is to be begun. */
export interface NewAnswer {
  readonly survey: Pick<Survey, 'path' | 'slug' | 'title'>;
  readonly questions: readonly string[];
  readonly from: { readonly handle: Handle; readonly name: string };
  readonly date: Day;
}

/** Where somebody's answer to a survey goes. */
export function answerPath({ slug }: Pick<Survey, 'slug'>, from: Handle): SharedPath {
  const whole = `${slug}-${from}.md`;
  const name = isSafeName(whole) ? whole : `${fileNameOf(slug)}-${fileNameOf(from).slice(0, 30)}.md`;
  return `people/${from}/answers/${name}` as SharedPath;
}

/** More questions than anybody answers, and longer ones than anybody asks: an answer's note stays one that can be written. */
const [mostQuestions, longestQuestion] = [100, 300];

/** The note of an answer with nothing said yet: the same headings, with room below each. */
export function printAnswer({ survey, questions, from, date }: NewAnswer): string {
  const href = relativeHref(answerPath(survey, from.handle), survey.path);
  const said = `${notAnonymous} Write what you would say in the room.`;
  return printNote({
    head: { type: 'survey-answer', survey: survey.slug, from: from.handle, date },
    title: `${shortened(cleanText(survey.title), longestQuestion)}: ${cleanText(from.name)}`,
    body: [
      `Answers to ${link(shortened(survey.title, longestQuestion), href)}. Every question may stay empty.`,
      alert(said),
      ...questions.slice(0, mostQuestions).map(question => `## ${printTitle(shortened(question, longestQuestion))}\n`),
    ].join('\n\n'),
  });
}

function lastTime(survey: Survey, actions: readonly SurveyAction[]): string {
  const lines = actions.map(
    action =>
      `- ${action.owner === undefined ? '' : `@${action.owner} `}${escapeText(action.text)} · ${becameOf(action)}`,
  );
  const from = link(survey.title, relativeHref('surveys/x.md' as SharedPath, survey.path));
  return [`## ${lastTimeSection}`, '', `What we wanted to do after ${from}, and how it went:`, '', ...lines].join('\n');
}

/** How an action went, in a word. */
function becameOf({ state, due, done }: SurveyAction): string {
  if (state === 'dropped') return 'dropped';
  if (state === 'done') return done === undefined ? 'done' : `done ${done}`;
  return due === undefined ? 'still open' : `still open, due ${due}`;
}

function alert(text: string): string {
  return ['[!NOTE]', ...text.split('\n')].map(line => `> ${line}`).join('\n');
}
