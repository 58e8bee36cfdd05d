import { Uri, window, workspace, type Range } from 'vscode';
import type { CodeSelection } from '../../app/code/codeAnchor.ts';
import { openDocument } from './openDocuments.ts';

/** Code that something is about. */
export interface CodePlace extends CodeSelection {
  /** As the input shows it: `db.ts:88-97`. */
  readonly label: string;
}

/**
 * The code something is about: what the caller named, else the selection in front.
 *
 * @param mayLook whether the selection counts: not where the caller gave all answers itself
 */
export function codeInFront(
  answers: { readonly uri?: Uri; readonly range?: Range },
  mayLook: boolean,
): CodePlace | undefined {
  if (answers.uri instanceof Uri)
    return answers.uri.scheme === 'file' ? placeOf(answers.uri, answers.range) : undefined;
  const editor = mayLook ? window.activeTextEditor : undefined;
  if (editor?.document.uri.scheme !== 'file' || editor.selection.isEmpty) return undefined;
  return placeOf(editor.document.uri, editor.selection);
}

function placeOf(uri: Uri, range: Range | undefined): CodePlace {
  const name = workspace.asRelativePath(uri, false);
  const lines = range && linesOf(range);
  const label = lines ? `${name}:${lines[0] === lines[1] ? String(lines[0]) : lines.join('-')}` : name;
  const text = openDocument(uri.fsPath)?.getText();
  return { file: uri.fsPath, shown: name.replaceAll('\\', '/'), lines, text, label };
}

/** A selection that ends before the first letter of a line does not mean that line. */
export function linesOf({ start, end }: Range): readonly [number, number] {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return [start.line + 1, last + 1];
}
