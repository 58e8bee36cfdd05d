import { Diagnostic, DiagnosticSeverity, Range, type TextDocument } from 'vscode';
import type { Problem, ProblemCode } from '../../core/note/problem.ts';
import { positionsIn } from '../support/positionsIn.ts';
import { problemWords } from '../support/problemWords.ts';

/** The problems of a note for the editor: of an open document, or of a text on disk. */
export function diagnosticsOf(source: TextDocument | string, problems: readonly Problem[]): Diagnostic[] {
  const positionAt = typeof source === 'string' ? positionsIn(source) : (offset: number) => source.positionAt(offset);
  return problems.map(problem => {
    const range = new Range(positionAt(problem.at.start), positionAt(problem.at.end));
    const diagnostic = new Diagnostic(range, problemWords(problem), severityOf(problem));
    diagnostic.source = 'Out Loud';
    diagnostic.code = problem.code;
    return diagnostic;
  });
}

const gentle: readonly ProblemCode[] = ['type-missing', 'type-unknown', 'key-shape', 'template', 'part-broken'];

/** What keeps a note from being read is an error; the rest is read, and a hint is enough. */
function severityOf({ code }: Problem): DiagnosticSeverity {
  return gentle.includes(code) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
}
