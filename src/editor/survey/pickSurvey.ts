import { l10n, window } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { surveyCalled, surveysOf } from '../../app/survey/surveysOf.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { Survey } from '../../core/survey/survey.ts';

/** The survey that is meant: the one that was named, the only open one, else the one she picks. Undefined for "not now". */
export async function pickSurvey(desk: Desk, called: string | undefined, title: string): Promise<Survey | undefined> {
  if (called !== undefined) return surveyCalled(desk, called);
  const open = (await surveysOf(desk)).filter(({ closed }) => closed === undefined);
  if (open.length === 0) throw new Failure(l10n.t('No survey is open. “Start Survey” asks the team.'));
  if (open.length === 1) return open[0];
  const items = open.map(survey => ({ label: plainLabel(survey.title), description: survey.date ?? '', survey }));
  return (await window.showQuickPick(items, { title, placeHolder: l10n.t('Which one?') }))?.survey;
}
