import { l10n, Range, window, workspace, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import * as verb from '../../app/survey/closeSurvey.ts';
import type { Survey } from '../../core/survey/survey.ts';
import type { NewAction } from '../../core/survey/surveyAction.ts';
import { addDays, parseDay, type Day } from '../../core/time/day.ts';
import type { OutLoud } from '../outloud.ts';
import { pickSurvey } from './pickSurvey.ts';

/** What a caller may already know. */
export interface CloseAnswers {
  /** The survey's name, or its title. */
  readonly survey: string;
  /** What is done after it, three at most. */
  readonly actions: readonly NewAction[];
  /** Ask until this day instead. */
  readonly due: Day;
  /** End it without a summary. */
  readonly without: boolean;
}

/**
 * Sums a survey up, or says kindly how to go on where too few have answered. Opens the survey where its actions go, and answers its
 * note; undefined for "not now".
 */
export async function closeSurvey(outloud: OutLoud, answers: Partial<CloseAnswers>): Promise<Uri | undefined> {
  check(answers);
  const desk = await outloud.deskWithNotes();
  const survey = desk && (await pickSurvey(desk, answers.survey, l10n.t('Sum Up Survey')));
  if (!survey) return undefined;
  const corner = { ...desk, yaml: await outloud.world.yaml() };
  const way = await wayOf(desk, survey, answers);
  if (way === undefined) return undefined;
  if (way === 'end') await verb.endSurvey(corner, survey);
  else if (way === 'sum') await verb.closeSurvey(corner, survey, answers.actions);
  else await verb.extendSurvey(corner, survey, way.until);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path: survey.path });
  if (way === 'sum') await showAtActions(uri);
  return uri;
}

type Way = 'sum' | 'end' | { readonly until: Day };

function check({ due, actions = [] }: Partial<CloseAnswers>): void {
  for (const day of [due, ...actions.map(action => action.due)])
    if (day !== undefined && parseDay(day) === undefined)
      throw new Failure(l10n.t('“{0}” is no day. A day looks like 2026-12-18.', day));
}

async function wayOf(desk: Desk, survey: Survey, { due, without }: Partial<CloseAnswers>): Promise<Way | undefined> {
  if (due !== undefined) return { until: due };
  if (without === true) return 'end';
  if (await verb.canBeSummedUp(desk, survey)) return 'sum';
  const until = addDays(desk.clock.today(), 7);
  const [another, end] = [l10n.t('Ask Another Week'), l10n.t('End Without a Summary')];
  const sentence = l10n.t(
    'A summary needs the answers of three people, so that nobody stands alone in it. Ask for another week, or talk about it together instead.',
  );
  const picked = await window.showInformationMessage(sentence, another, end);
  return picked === another ? { until } : picked === end ? 'end' : undefined;
}

/** Behind the last box of the note, where the first action is typed. */
async function showAtActions(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const at = document.positionAt(document.getText().trimEnd().length + 1);
  await window.showTextDocument(document, { selection: new Range(at, at) });
}
