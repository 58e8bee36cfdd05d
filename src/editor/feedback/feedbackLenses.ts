import { CodeLens, l10n, Range, type TextDocument } from 'vscode';
import { answersTo, feedbackOf } from '../../app/feedback/feedbackOf.ts';
import { isAsked, requestState } from '../../core/feedback/requestState.ts';
import { sameHandle } from '../../core/people/leads.ts';
import type { OutLoud } from '../outloud.ts';

/** What can be done with a request or an answer, above its first line. */
export async function feedbackLenses(outloud: OutLoud, { uri: { fsPath } }: TextDocument): Promise<CodeLens[]> {
  const notebook = await outloud.notebooks.holding(fsPath);
  const path = notebook?.shared.pathOf(fsPath);
  const desk = path && (await outloud.quietDesk());
  if (!desk || desk.notebook !== notebook) return [];
  const feedback = await feedbackOf(desk);
  const at = new Range(0, 0, 0, 0);
  const lens = (title: string, command: string, answers: object) =>
    new CodeLens(at, { title, command: `outloud.${command}`, arguments: [answers] });
  const given = answersTo(feedback, desk.me.handle).find(answer => answer.path === path);
  if (given)
    return [
      lens(l10n.t('Attach as Evidence'), 'attachAnswer', { answer: path }),
      lens(l10n.t('Log as Learning'), 'logAnswer', { answer: path }),
    ];
  const own = feedback.answers.find(answer => answer.path === path && sameHandle(answer.by, desk.me.handle));
  if (own?.request !== undefined) return [lens(l10n.t('Show the Code'), 'answerFeedback', { request: own.request })];
  const asked = feedback.asked.find(({ request }) => request.path === path);
  const request = asked?.request.id;
  if (!asked || requestState(asked, desk.clock.today()) !== 'open') return [];
  if (sameHandle(asked.request.asker, desk.me.handle))
    return [lens(l10n.t('Wait No Longer'), 'closeRequest', { request })];
  if (!isAsked(asked.request, desk.me.handle)) return [];
  return [
    lens(l10n.t('Answer'), 'answerFeedback', { request }),
    lens(l10n.t('Put Off'), 'putOffFeedback', { request }),
    lens(l10n.t('Decline'), 'declineFeedback', { request }),
  ];
}
