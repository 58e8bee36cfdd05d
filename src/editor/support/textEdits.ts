import { Range, TextEdit as EditorEdit, type TextDocument } from 'vscode';
import type { Span } from '../../core/note/problem.ts';
import type { TextEdit } from '../../core/note/textEdit.ts';

/** Where a span of a text stands in the document that holds the text. */
function rangeOf(document: TextDocument, at: Span): Range {
  return new Range(document.positionAt(at.start), document.positionAt(at.end));
}

/** Edits as small as they can be, so that a cursor or a word beside them stays where it is. */
export function editorEdits(document: TextDocument, edits: readonly TextEdit[]): EditorEdit[] {
  const text = document.getText();
  return edits.map(edit => smallest(text, edit)).map(({ at, text }) => EditorEdit.replace(rangeOf(document, at), text));
}

/**
 * An edit without what it would put back as it was.
 *
 * @example
 * smallest('- [ ] read', { at: { start: 0, end: 10 }, text: '- [x] read' }); //=> { at: { start: 3, end: 4 }, text: 'x' }
 */
function smallest(text: string, { at, text: replacement }: TextEdit): TextEdit {
  const old = text.slice(at.start, at.end);
  const shorter = Math.min(old.length, replacement.length);
  let before = 0;
  while (before < shorter && old[before] === replacement[before]) before++;
  if (splitsPair(old, before)) before--;
  let after = 0;
  while (after < shorter - before && old.at(-1 - after) === replacement.at(-1 - after)) after++;
  if (splitsPair(old, old.length - after)) after--;
  return {
    at: { start: at.start + before, end: at.end - after },
    text: replacement.slice(before, replacement.length - after),
  };
}

/** Whether a place lies inside a surrogate pair or between CR and LF, where no edit may begin or end. */
function splitsPair(text: string, at: number): boolean {
  const pair = text.slice(at - 1, at + 1);
  return at > 0 && (pair === '\r\n' || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair));
}
