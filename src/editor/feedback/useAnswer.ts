import { commands, l10n, window, type Uri } from 'vscode';
import { Failure } from '../../app/failure.ts';
import { feedbackOf } from '../../app/feedback/feedbackOf.ts';
import type { Desk } from '../../app/desk.ts';
import type { FeedbackAnswer } from '../../core/feedback/answer.ts';
import { sentencesOf } from '../../core/feedback/answerText.ts';
import { plainWords } from '../../core/markdown/plainWords.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';

export interface UseAnswers {
  /** Where the answer lies, from the notes folder on; without it, the answer in front. */
  readonly answer: string;
  /** The sentence that is quoted. */
  readonly text: string;
}

/** Puts an answer below the evidence of a goal. Answers the goal's note. */
export async function attachAnswer(outloud: OutLoud, { answer }: Partial<UseAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const meant = desk && (await answerMeant(desk, answer));
  if (!desk || !meant) return undefined;
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path: meant.path });
  return commands.executeCommand<Uri | undefined>('outloud.attachEvidence', { uri });
}

/** Begins a learning with a sentence of an answer; the note links the answer. Answers the learning. */
export async function logAnswer(outloud: OutLoud, { answer, text }: Partial<UseAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const meant = desk && (await answerMeant(desk, answer));
  if (!desk || !meant) return undefined;
  const said = text ?? selectedIn(outloud.uriOf(desk.notebook, { shelf: 'shared', path: meant.path }));
  const sentence = said ?? (await pickSentence(await desk.notebook.shared.read(meant.path)));
  if (sentence === undefined) return undefined;
  const source = { title: meant.title, path: meant.path };
  return commands.executeCommand<Uri | undefined>('outloud.logLearning', {
    begin: `“${plainWords(sentence)}”`,
    source,
  });
}

async function answerMeant(desk: Desk, called: string | undefined): Promise<FeedbackAnswer> {
  const { answers } = await feedbackOf(desk);
  const file = window.activeTextEditor?.document.uri.fsPath;
  const path = called ?? (file === undefined ? undefined : desk.notebook.shared.pathOf(file));
  const found = answers.find(answer => answer.path === path);
  if (!found) throw new Failure(l10n.t('This is no answer to you. Open one from the inbox.'));
  return found;
}

/** What is selected in the note; undefined where nothing is, or another is in front. */
function selectedIn(uri: Uri): string | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri.toString() || editor.selection.isEmpty) return undefined;
  const words = editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

async function pickSentence(text: string): Promise<string | undefined> {
  const items = sentencesOf(text).map(sentence => ({ label: plainLabel(sentence, 200), sentence }));
  if (items.length < 2) return items[0]?.sentence ?? '';
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Log as Learning'),
    placeHolder: l10n.t('Which sentence taught you something?'),
    ignoreFocusOut: true,
  });
  return picked?.sentence;
}
