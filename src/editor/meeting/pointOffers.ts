import { CodeAction, CodeActionKind, CodeLens, Range, WorkspaceEdit, type TextDocument } from 'vscode';
import { pointDecided, pointsOf, pointWays, type Point } from '../../core/meeting/points.ts';
import type { OutLoud } from '../outloud.ts';
import { editorEdits } from '../support/textEdits.ts';
import { wayWords } from './wayWords.ts';

/** Above each point she has not decided about: what may become of it. */
export async function pointLenses(outloud: OutLoud, document: TextDocument): Promise<CodeLens[]> {
  return (await pointsIn(outloud, document))
    .filter(({ way }) => way === undefined)
    .flatMap(point =>
      pointWays.map(way => {
        const answers = { uri: document.uri, point: point.text, line: point.line, way };
        const title = wayWords(way).short;
        return new CodeLens(rangeOf(document, point), { title, command: 'outloud.decidePoint', arguments: [answers] });
      }),
    );
}

/** What may become of the points she stands on, decided or not. */
export async function pointActions(outloud: OutLoud, document: TextDocument, range: Range): Promise<CodeAction[]> {
  const here = (await pointsIn(outloud, document)).filter(point => rangeOf(document, point).intersection(range));
  return here.flatMap(point =>
    pointWays
      .filter(way => way !== point.way)
      .map(way => {
        const action = new CodeAction(wayWords(way).whole, CodeActionKind.QuickFix);
        action.edit = new WorkspaceEdit();
        action.edit.set(document.uri, editorEdits(document, pointDecided(document.getText(), point, way)));
        return action;
      }),
  );
}

/** The points of a private note that say something; none of a note that lies elsewhere. */
async function pointsIn(outloud: OutLoud, document: TextDocument): Promise<readonly Point[]> {
  const points = pointsOf(document.getText()).filter(({ text }) => text !== '');
  const notebook = points.length === 0 ? undefined : await outloud.notebooks.holding(document.uri.fsPath);
  return notebook?.private.pathOf(document.uri.fsPath) === undefined ? [] : points;
}

function rangeOf(document: TextDocument, { at }: Point): Range {
  return new Range(document.positionAt(at.start), document.positionAt(at.end));
}
