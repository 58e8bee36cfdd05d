import {
  CodeAction,
  CodeActionKind,
  l10n,
  SnippetString,
  SnippetTextEdit,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { answerChecks, type AnswerCheck } from '../../core/note/problem.ts';

/** What may be done about what an answer is asked: a sentence to fill in, or not to be asked any more. */
export function answerFixes(document: TextDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap(diagnostic => {
    const check = answerChecks.find(each => diagnostic.code === `answer-${each}`);
    if (!check) return [];
    const sentence = new CodeAction(titles[check](), CodeActionKind.QuickFix);
    sentence.diagnostics = [diagnostic];
    sentence.isPreferred = true;
    sentence.edit = new WorkspaceEdit();
    sentence.edit.set(document.uri, [sentenceFor(check, diagnostic)]);
    return [sentence, neverAgain(check, diagnostic)];
  });
}

const titles: Readonly<Record<AnswerCheck, () => string>> = {
  seenFirst: () => l10n.t('Say first what you saw'),
  beforeAfter: () => l10n.t('Say what was before, and what is now'),
};

/** In English, as the answer is. */
function sentenceFor(check: AnswerCheck, { range }: Diagnostic): SnippetTextEdit {
  if (check === 'seenFirst')
    return SnippetTextEdit.insert(range.start, new SnippetString('In ${1:…} I saw ${2:…}, and it made me ${3:…}. '));
  return SnippetTextEdit.insert(range.end, new SnippetString(' Before, ${1:…}. Now ${2:…}.'));
}

function neverAgain(check: AnswerCheck, diagnostic: Diagnostic): CodeAction {
  const name =
    check === 'seenFirst'
      ? l10n.t('advice with nothing seen before it')
      : l10n.t('recognition without a before and an after');
  const title = l10n.t('Don’t look for {0}', name);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: 'outloud.turnOffCheck', title, arguments: [{ check }] };
  return action;
}
