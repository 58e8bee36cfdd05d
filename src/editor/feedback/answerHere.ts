import { dirname, isAbsolute, relative } from 'node:path';
import { l10n, window, type Range, type TextDocument, type Uri } from 'vscode';
import { codeAnchor } from '../../app/code/codeAnchor.ts';
import type { Desk } from '../../app/desk.ts';
import { Failure } from '../../app/failure.ts';
import { answeredQuestions } from '../../core/feedback/answerText.ts';
import { codeLink } from '../../core/feedback/codeLink.ts';
import { linkPlaced } from '../../core/feedback/placeLink.ts';
import { linesUrl } from '../../core/forge/forge.ts';
import type { CodeAnchor } from '../../core/log/entry.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { OutLoud } from '../outloud.ts';
import { codeInFront, linesOf } from '../support/codeInFront.ts';
import { goTo, openAnswer, type AnswerAnswers } from './answerFeedback.ts';
import { committedAt, type CommittedFile } from './committedFile.ts';
import { requestMeant } from './requestMeant.ts';

/** What is pointed at, and below which question; whatever is missing is asked for. */
export interface HereAnswers extends AnswerAnswers {
  readonly uri: Uri;
  readonly range: Range;
  /** The question's words. */
  readonly question: string;
}

/** A place in the code, and its file where that is in the work tree. */
interface Place {
  readonly anchor: CodeAnchor;
  readonly file?: string;
}

/**
 * Puts the place that is selected as a link below a question of her answer, and the cursor behind it. It takes what is selected in
 * either side of a difference, too. Answers the note.
 */
export async function answerHere(outloud: OutLoud, answers: Partial<HereAnswers>): Promise<Uri | undefined> {
  const desk = await outloud.deskWithNotes();
  if (!desk) return undefined;
  const place = await placeInFront(desk, answers);
  const asked = await requestMeant(desk, answers.request, l10n.t('Answer Here'));
  if (!asked) return undefined;
  const editor = await openAnswer(outloud, desk, { asked, isBeside: true });
  const { document } = editor;
  const question = answers.question ?? (await pickQuestion(document));
  if (question === undefined) return undefined;
  const link = codeLink(place.anchor, hrefOf(desk, document, place));
  const edit = linkPlaced(document.getText(), link, question);
  const at = document.positionAt(edit.at.start);
  if (
    !(await editor.edit(builder => {
      builder.insert(at, edit.text);
    }))
  )
    throw new Failure(l10n.t('The note is being typed in. Try again in a moment.'));
  goTo(editor, edit.at.start + edit.text.trimEnd().length + 1);
  return document.uri;
}

async function placeInFront(desk: Desk, answers: Partial<HereAnswers>): Promise<Place> {
  const uri = answers.uri ?? window.activeTextEditor?.document.uri;
  const range = answers.range ?? window.activeTextEditor?.selection;
  const committed = uri && committedAt(uri);
  if (committed) return { anchor: await committedAnchor(desk, committed, range) };
  const code =
    codeInFront(answers, true) ?? (uri && range ? codeInFront({ uri: fileOf(uri), range }, false) : undefined);
  if (!code) throw new Failure(l10n.t('Select the lines you want to say something about, then answer here.'));
  if (desk.notebook.shared.pathOf(code.file) ?? desk.notebook.private.pathOf(code.file))
    throw new Failure(l10n.t('This is a note and no code. Select lines of code, then answer here.'));
  return { anchor: await codeAnchor(code, desk.history), file: code.file };
}

/** The file whose older text an editor of git shows. */
function fileOf(uri: Uri): Uri {
  return uri.scheme === 'git' ? uri.with({ scheme: 'file', query: '' }) : uri;
}

async function committedAnchor(
  { history }: Desk,
  { root, commit, path }: CommittedFile,
  range: Range | undefined,
): Promise<CodeAnchor> {
  const repository = (await history?.repositories())?.find(each => each.root === root);
  const lines = range && linesOf(range);
  return {
    path,
    commit,
    ...(lines && { lines }),
    ...(repository && { repo: repository.name }),
    ...(repository?.forge && { permalink: linesUrl(repository.forge, commit, path, lines) }),
  };
}

/** The file as the note would link it: only where both lie in one repository, since nobody else has this machine's folders. */
function hrefOf({ notebook }: Desk, { uri }: TextDocument, { file }: Place): string | undefined {
  const { repository } = notebook.place;
  if (file === undefined || repository === undefined) return undefined;
  const way = relative(repository, file);
  if (way.startsWith('..') || isAbsolute(way)) return undefined; // on another drive there is no way from one to the other
  return relative(dirname(uri.fsPath), file).split(/[\\/]/).map(encodeURIComponent).join('/');
}

async function pickQuestion(document: TextDocument): Promise<string | undefined> {
  const questions = answeredQuestions(document.getText());
  if (questions.length < 2) return questions[0]?.title ?? '';
  const items = questions.map(({ title, isAnswered }) => ({
    label: plainLabel(title),
    description: isAnswered ? l10n.t('answered') : '',
    title,
  }));
  const first = items.find(({ description }) => description === '');
  const inOrder = first ? [first, ...items.filter(item => item !== first)] : items;
  const picked = await window.showQuickPick(inOrder, {
    title: l10n.t('Answer Here'),
    placeHolder: l10n.t('Below which question?'),
    ignoreFocusOut: true,
  });
  return picked?.title;
}
