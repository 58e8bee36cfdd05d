import { l10n, window, type QuickPickItem, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/survey/startSurvey.ts';
import { questionForms, type QuestionForm } from '../../core/survey/printSurvey.ts';
import { surveyKinds, type SurveyKind } from '../../core/survey/survey.ts';
import { addDays, parseDay, type Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { typeDay } from '../support/typeDay.ts';

/** What a caller may already know. */
export interface SurveyAnswers {
  readonly title: string;
  readonly kind: SurveyKind;
  /** Well tried questions, by name; or questions of her own. */
  readonly form: QuestionForm;
  readonly questions: readonly string[];
  /** The last day on which everybody is asked. */
  readonly due: Day;
  /** The name of the survey whose actions it opens with; an empty text for none. */
  readonly previous: string;
}

/** Asks the team, once it is known what, under which name and until when. Answers the survey's note, or undefined for "not now". */
export async function startSurvey(outloud: OutLoud, answers: Partial<SurveyAnswers>): Promise<Uri | undefined> {
  check(answers);
  const desk = await outloud.desk();
  const what = desk && (await askWhat(answers));
  if (!desk || !what) return undefined;
  const today = desk.clock.today();
  const title = answers.title ?? (await askTitle(what.kind));
  const questions = title === undefined ? undefined : (what.questions ?? (await askQuestions()));
  const due = questions === undefined ? undefined : (answers.due ?? (await askDue(today)));
  if (title === undefined || questions === undefined || due === undefined) return undefined;
  const { previous } = answers;
  const path = await verb.startSurvey(desk, {
    ...{ title, kind: what.kind, questions, due },
    ...(previous === undefined ? {} : { previous }),
  });
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  await window.showTextDocument(uri);
  window.setStatusBarMessage(l10n.t('$(checklist) Once it is shared, everybody in the team is asked.'), 8000);
  return uri;
}

function check({ due, kind, form }: Partial<SurveyAnswers>): void {
  if (due !== undefined && parseDay(due) === undefined)
    throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', due));
  if (kind !== undefined && !surveyKinds.includes(kind))
    throw new Failure(l10n.t('“{0}” is no kind of survey. Take one of {1}.', kind, surveyKinds.join(', ')));
  if (form !== undefined && !Object.hasOwn(questionForms, form))
    throw new Failure(
      l10n.t('“{0}” names no questions. Take one of {1}.', form, Object.keys(questionForms).join(', ')),
    );
}

interface What {
  readonly kind: SurveyKind;
  /** Absent where she wants to write them herself. */
  readonly questions?: readonly string[];
}

async function askWhat({ kind, form, questions }: Partial<SurveyAnswers>): Promise<What | undefined> {
  const given = questions ?? (form && questionForms[form]);
  if (given) return { kind: kind ?? 'retrospective', questions: given };
  if (kind === 'survey') return { kind };
  const tried = (name: QuestionForm, label: string) => ({
    label,
    description: questionForms[name].join(' '),
    what: { kind: 'retrospective', questions: questionForms[name] } as const,
  });
  const items: (QuickPickItem & { readonly what: What })[] = [
    tried('start-stop-continue', l10n.t('$(history) Retrospective: start, stop, continue')),
    tried('glad-sad-mad', l10n.t('$(history) Retrospective: glad, sad, mad')),
    { label: l10n.t('$(history) Retrospective with questions of my own'), what: { kind: 'retrospective' } },
    ...(kind === undefined ? [{ label: l10n.t('$(checklist) Short survey'), what: { kind: 'survey' } as const }] : []),
  ];
  const placeHolder = l10n.t('What shall the team be asked? It is not anonymous: git keeps who wrote what');
  const picked = await window.showQuickPick(items, { title: l10n.t('Start Survey'), placeHolder });
  return picked?.what;
}

async function askTitle(kind: SurveyKind): Promise<string | undefined> {
  const answer = await window.showInputBox({
    title: l10n.t('Start Survey'),
    prompt: l10n.t('What is it about? A few words, which everybody finds in the inbox.'),
    placeHolder: kind === 'survey' ? l10n.t('How was the first month with the new queue?') : l10n.t('How we release'),
    ignoreFocusOut: true,
    validateInput: text => (/[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('A word or two is enough.')),
  });
  return answer?.trim();
}

/** More than these nobody answers. */
const mostQuestions = 7;

/** One question after another, until she has no more. */
async function askQuestions(): Promise<readonly string[] | undefined> {
  const questions: string[] = [];
  while (questions.length < mostQuestions) {
    const answer = await window.showInputBox({
      title: l10n.t('Question {0}', questions.length + 1),
      prompt: questions.length === 0 ? l10n.t('What do you want to know?') : l10n.t('Enter on nothing: that is all.'),
      ignoreFocusOut: true,
      validateInput: text =>
        questions.length > 0 || /[\p{L}\p{N}]/u.test(text) ? undefined : l10n.t('One question is enough.'),
    });
    if (answer === undefined) return undefined;
    if (answer.trim() === '') break;
    questions.push(answer.trim());
  }
  return questions;
}

async function askDue(today: Day): Promise<Day | undefined> {
  const items = [
    { label: l10n.t('In a week'), days: 7 },
    { label: l10n.t('In three days'), days: 3 },
    { label: l10n.t('Today'), days: 0 },
    { label: l10n.t('In two weeks'), days: 14 },
  ].map(({ label, days }) => ({ label, description: addDays(today, days), day: addDays(today, days) }));
  const placeHolder = l10n.t('Until when is everybody asked?');
  const other = { label: l10n.t('Another day…'), description: '', day: '' };
  const title = l10n.t('Start Survey');
  const picked = await window.showQuickPick([...items, other], { title, placeHolder, ignoreFocusOut: true });
  return picked === other ? typeDay({ title, value: addDays(today, 7), from: today }) : picked?.day;
}
