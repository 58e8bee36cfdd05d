import { Diagnostic, DiagnosticSeverity, Range, type TextDocument } from 'vscode';
import { checkOf, type Problem, type ProblemCode } from '../../core/note/problem.ts';
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

const mild: readonly ProblemCode[] = [
  ...(['type-missing', 'type-unknown', 'key-shape', 'template', 'part-broken', 'private-shared'] as const),
  ...(['skill-level', 'skill-twice', 'skill-roles', 'skill-unknown'] as const),
  ...(['goal-objectiveGone', 'goal-levels'] as const),
  ...(['action-owner', 'action-date', 'action-many'] as const),
];

/** Questions that may well stay open. */
const hints: readonly ProblemCode[] = [
  ...(['goal-objective', 'goal-vision', 'goal-softSkill', 'answer-seenFirst', 'answer-beforeAfter'] as const),
  ...(['ask-type', 'ask-day', 'promise-day'] as const),
];

/** What keeps a note from being read is an error; what can't be meant is a warning. A question about a goal is no more than that. */
function severityOf({ code }: Problem): DiagnosticSeverity {
  if (mild.includes(code)) return DiagnosticSeverity.Warning;
  if (hints.includes(code)) return DiagnosticSeverity.Hint;
  return checkOf(code) === undefined ? DiagnosticSeverity.Error : DiagnosticSeverity.Information;
}
