import { CodeAction, CodeActionKind, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import { goalAround } from '../../app/goal/goalAround.ts';
import { profileOf } from '../../app/people/profileOf.ts';
import { editHead, HeadRefused } from '../../core/note/editHead.ts';
import type { HeadReader } from '../../core/note/note.ts';
import { slugOf, type NotePath } from '../../core/note/notePath.ts';
import { checkOf } from '../../core/note/problem.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';
import { isOver } from '../../core/objective/objective.ts';
import type { OutLoud } from '../outloud.ts';
import { editorEdits } from '../support/textEdits.ts';
import { neverAgain, neverHere, offersFor, type Offer, type OfferContext } from './goalOffers.ts';

/** What may be done about what a goal is asked: each offer one action, computed from the words of its document. */
export async function goalFixes(
  outloud: OutLoud,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const asked = diagnostics.flatMap(diagnostic => {
    const check = typeof diagnostic.code === 'string' ? checkOf(diagnostic.code) : undefined;
    return check === undefined ? [] : [{ diagnostic, check }];
  });
  const context = asked.length === 0 ? undefined : await contextOf(outloud, document);
  if (!context) return [];
  const yaml = await outloud.world.yaml();
  const actions = asked.flatMap(({ diagnostic, check }) => {
    const words = document.getText(diagnostic.range);
    const about = { ...context, words, line: diagnostic.range.start.line };
    const offered = offersFor(check, about);
    return [...offered, neverAgain(check)].flatMap((offer, index) => {
      const action = actionOf(document, offer, yaml);
      if (!action) return [];
      action.diagnostics = [diagnostic];
      if (index === 0 && offered.length > 0) action.isPreferred = true;
      return [action];
    });
  });
  const last = actionOf(document, neverHere(), yaml);
  return [...actions, ...(last ? [last] : [])];
}

async function contextOf(
  outloud: OutLoud,
  { uri: { fsPath } }: TextDocument,
): Promise<Omit<OfferContext, 'words' | 'line'> | undefined> {
  const notebook = await outloud.notebooks.holding(fsPath);
  const shared: NotePath | undefined = notebook?.shared.pathOf(fsPath);
  const path = shared ?? notebook?.private.pathOf(fsPath);
  const known = notebook && (await outloud.identity.of(notebook, outloud.history, false));
  if (!known || path === undefined) return undefined;
  const desk = { ...known, notebook, clock: outloud.world.clock };
  const [around, profile] = await Promise.all([goalAround(desk), profileOf(notebook, desk.me.handle)]);
  return {
    goal: { goal: slugOf(path), shelf: shared === undefined ? 'private' : 'shared', path },
    today: around.today,
    objectives: around.objectives.filter(objective => !isOver(objective, around.today)),
    visions: profile?.visions ?? [],
    skills: around.skills ?? [],
    team: around.team,
  };
}

function actionOf(document: TextDocument, offer: Offer, yaml: HeadReader): CodeAction | undefined {
  const action = new CodeAction(offer.title, CodeActionKind.QuickFix);
  if ('command' in offer) {
    const { command, answers, title } = offer;
    action.command = { command: `outloud.${command}`, title, arguments: [answers] };
    return action;
  }
  const edits =
    'changes' in offer ? headEdits(document.getText(), offer.changes, yaml) : offer.edits(document.getText());
  if (edits.length === 0) return undefined;
  action.edit = new WorkspaceEdit();
  action.edit.set(document.uri, editorEdits(document, edits));
  return action;
}

/** Nothing where the front matter is written in a form that is not edited. */
function headEdits(text: string, changes: Parameters<typeof editHead>[1], yaml: HeadReader): readonly TextEdit[] {
  try {
    return editHead(text, changes, yaml);
  } catch (refused) {
    if (refused instanceof HeadRefused) return [];
    throw refused;
  }
}
