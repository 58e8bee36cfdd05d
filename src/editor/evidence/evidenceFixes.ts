import { CodeAction, CodeActionKind, l10n, Range, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import { printRef, refLabel } from '../../core/evidence/printEvidence.ts';
import type { Span } from '../../core/note/problem.ts';
import { plainLabel } from '../../core/outline/plainLabel.ts';
import type { CheckedGoal, EvidenceFind } from './checkDocument.ts';
import { replacementWords } from './evidenceWords.ts';

/** What can be done about evidence that leads nowhere: name where it went, or take the line away. */
export function fixesOf(
  document: TextDocument,
  { finds }: CheckedGoal,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return diagnostics.flatMap(diagnostic => {
    const find = finds.find(
      ({ diagnostic: own }) => own.code === diagnostic.code && own.range.isEqual(diagnostic.range),
    );
    return find ? actionsFor(document, find, diagnostic) : [];
  });
}

function actionsFor(document: TextDocument, find: EvidenceFind, diagnostic: Diagnostic): CodeAction[] {
  const { checked, replacement, movedTo } = find;
  const { at, item, verdict } = checked;
  const action = (title: string, span: Span, text: string) => {
    const fix = new CodeAction(title, CodeActionKind.QuickFix);
    fix.diagnostics = [diagnostic];
    fix.edit = new WorkspaceEdit();
    fix.edit.replace(document.uri, new Range(document.positionAt(span.start), document.positionAt(span.end)), text);
    return fix;
  };
  const fixes: CodeAction[] = [];
  if (replacement) fixes.push(action(replacementWords(replacement), at, printRef(replacement.ref)));
  if (movedTo) {
    const name = plainLabel(refLabel({ kind: 'note', href: movedTo.href }), 80);
    fixes.push(action(l10n.t('Link “{0}”, where it is now', name), at, printRef(movedTo)));
  }
  const [first] = fixes;
  if (first) first.isPreferred = replacement?.isSame ?? true;
  if (['notHers', 'repositoryUnknown', 'ambiguous'].includes(verdict.state)) return fixes;
  return [...fixes, action(l10n.t('Remove this line of evidence'), { start: item.at.start, end: item.next }, '')];
}
