import { l10n, Range, window, workspace, type Uri } from 'vscode';
import * as verb from '../../app/survey/answerSurvey.ts';
import { firstSilent } from '../../core/survey/surveyAnswer.ts';
import type { OutLoud } from '../outloud.ts';
import { pickSurvey } from './pickSurvey.ts';

/** Opens the person's own answer to a survey at the first question she has said nothing to. Answers its note. */
export async function answerSurvey(
  outloud: OutLoud,
  { survey: called }: { readonly survey?: string },
): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const survey = desk && (await pickSurvey(desk, called, l10n.t('Answer Survey')));
  if (!survey) return undefined;
  const path = await verb.answerSurvey(desk, survey);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  const document = await workspace.openTextDocument(uri);
  const at = document.positionAt(firstSilent(document.getText()));
  await window.showTextDocument(document, { selection: new Range(at, at) });
  return uri;
}
