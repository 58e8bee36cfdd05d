import { Diagnostic, DiagnosticSeverity, Range, workspace, type TextDocument } from 'vscode';
import { checkEvidence, type CheckedRef, type GoalText } from '../../app/evidence/checkEvidence.ts';
import type { Desk } from '../../app/desk.ts';
import { findMovedNote } from '../../app/evidence/findMovedNote.ts';
import { findReplacement, type Replacement } from '../../app/evidence/findReplacement.ts';
import type { NoteRef } from '../../core/evidence/evidence.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Shelf } from '../../app/shelf.ts';
import type { OutLoud } from '../outloud.ts';
import { evidenceWords } from './evidenceWords.ts';

/** Something in a goal's evidence that can't be shown any more, and what could stand there instead. */
export interface EvidenceFind {
  readonly checked: CheckedRef;
  readonly diagnostic: Diagnostic;
  readonly replacement?: Replacement;
  readonly movedTo?: NoteRef;
}

/** A document as it was checked. */
export interface CheckedGoal {
  readonly version: number;
  readonly finds: readonly EvidenceFind[];
}

/** Checks the evidence in a note of the person's own goals; in any other document there is nothing to find. */
export async function checkDocument(
  outloud: OutLoud,
  document: TextDocument,
  signal: AbortSignal,
): Promise<CheckedGoal> {
  const { version } = document;
  const text = document.getText();
  const isWanted = /^#{1,6}[ \t]+evidence/im.test(text) && isAsked(document);
  const desk = isWanted ? await outloud.quietDesk() : undefined;
  const place = desk && (await ownGoal(desk, document.uri.fsPath));
  if (!desk || !place) return { version, finds: [] };
  const goal: GoalText = { ...place, text };
  const checked = await checkEvidence(desk, goal, signal);
  const finds = checked.map(async (each): Promise<EvidenceFind | undefined> => {
    const message = evidenceWords(each);
    if (message === undefined) return undefined;
    const [replacement, movedTo] = await Promise.all([
      findReplacement(desk, each, signal),
      findMovedNote(desk, goal, each),
    ]);
    const diagnostic = diagnosticOf(document, each, message);
    return { checked: each, diagnostic, ...(replacement && { replacement }), ...(movedTo && { movedTo }) };
  });
  return { version, finds: (await Promise.all(finds)).filter(find => find !== undefined) };
}

/** Whether she wants her evidence checked: it is one of the questions about goals, and can be turned off with them. */
function isAsked({ uri }: TextDocument): boolean {
  return workspace.getConfiguration('outloud', uri).get<{ evidence?: unknown }>('checks', {}).evidence !== false;
}

/** Only her own notes: nobody else's are written, so nothing is said about them. */
async function ownGoal({ notebook, me }: Desk, file: string): Promise<Pick<GoalText, 'shelf' | 'path'> | undefined> {
  const shared = notebook.shared.pathOf(file);
  const path = shared ?? notebook.private.pathOf(file);
  if (path === undefined || (shared !== undefined && !shared.startsWith(`people/${me.handle}/`))) return undefined;
  const shelf = shared === undefined ? 'private' : 'shared';
  const note = await (notebook[shelf] as Shelf<NotePath>).note(path); // its path is of this shelf
  const { type, head = {} } = note ?? {};
  const isUnchecked = head['checks'] === 'none' || head['checks'] === false;
  return type === 'goal' && !isUnchecked ? { shelf, path } : undefined;
}

function diagnosticOf(document: TextDocument, { at, verdict }: CheckedRef, message: string): Diagnostic {
  const range = new Range(document.positionAt(at.start), document.positionAt(at.end));
  const isHint = verdict.state === 'notHers' || verdict.state === 'repositoryUnknown';
  const severity = isHint ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
  const diagnostic = new Diagnostic(range, message, severity);
  diagnostic.source = 'Out Loud';
  diagnostic.code = `evidence-${verdict.state}`;
  return diagnostic;
}
