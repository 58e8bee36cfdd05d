import { l10n, Range, Selection, ViewColumn, window, workspace, type TextEditor, type Uri } from 'vscode';
import type { Desk } from '../../app/desk.ts';
import { ownAnswer } from '../../app/feedback/ownAnswer.ts';
import { placeToAnswer } from '../../core/feedback/printAnswer.ts';
import type { AskedFeedback } from '../../core/feedback/requestState.ts';
import type { OutLoud } from '../outloud.ts';
import { requestMeant } from './requestMeant.ts';
import { showCode } from './showCode.ts';

/** Which request is meant; whatever is missing is asked for. */
export interface AnswerAnswers {
  /** `ada/2026-11-19-outbox-design`. */
  readonly request: string;
}

/** Opens her answer at its first open question, and beside it the code the request is about. Answers the note. */
export async function answerFeedback(outloud: OutLoud, { request }: Partial<AnswerAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  const asked = desk && (await requestMeant(desk, request, l10n.t('Answer Feedback')));
  if (!desk || !asked) return undefined;
  const isShown = await showCode(desk, asked.request);
  const { document } = await openAnswer(outloud, desk, { asked, isBeside: isShown });
  return document.uri;
}

/**
 * Opens her answer where it is shown already, else beside what is in front, else in its place, with the cursor at its first open
 * question. The note is made at first.
 */
export async function openAnswer(
  outloud: OutLoud,
  desk: Desk,
  { asked, isBeside }: { readonly asked: AskedFeedback; readonly isBeside: boolean },
): Promise<TextEditor> {
  const path = await ownAnswer(desk, asked);
  const uri = outloud.uriOf(desk.notebook, { shelf: 'shared', path });
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const column = isBeside ? ViewColumn.Beside : ViewColumn.Active;
  const document = await workspace.openTextDocument(uri);
  const at = document.positionAt(placeToAnswer(document.getText()));
  return window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? column,
    preview: false,
    selection: new Range(at, at), // at once: what is typed must not come before it
  });
}

/** Puts the cursor at a place of a text, in sight. */
export function goTo(editor: TextEditor, offset: number): void {
  const at = editor.document.positionAt(offset);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}
