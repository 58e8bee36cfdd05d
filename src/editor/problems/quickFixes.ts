import {
  CodeAction,
  CodeActionKind,
  l10n,
  Position,
  Range,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { noteTypes, type NoteType } from '../../core/note/note.ts';
import type { OutLoud } from '../outloud.ts';
import { distance } from '../support/nearest.ts';
import { actionFixes } from './actionFixes.ts';
import { answerFixes } from './answerFixes.ts';
import { goalFixes } from './goalFixes.ts';
import { promiseFixes } from './promiseFixes.ts';

/** The type a note has by the folder it lies in. */
const typeOfFolder: Readonly<Record<string, NoteType>> = {
  learning: 'learning',
  goals: 'goal',
  weekly: 'weekly',
  feedback: 'feedback-request',
  answers: 'feedback-answer',
  assessments: 'assessment',
  reviews: 'review',
  objectives: 'objective',
  issues: 'issue',
  protocols: 'protocol',
  rituals: 'ritual',
  allies: 'ally',
  surveys: 'survey',
  'one-on-ones': 'one-on-one',
  reflections: 'reflection',
};

/** What is surely right to do about these problems of a note; nothing where only the person can know. */
export async function quickFixes(
  outloud: OutLoud,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const fixes = diagnostics.flatMap(diagnostic => fixesOf(document, diagnostic));
  return [
    ...fixes,
    ...answerFixes(document, diagnostics),
    ...promiseFixes(outloud, document, diagnostics),
    ...(await actionFixes(outloud, document, diagnostics)),
    ...(await goalFixes(outloud, document, diagnostics)),
  ];
}

function fixesOf(document: TextDocument, diagnostic: Diagnostic): CodeAction[] {
  const fix = (title: string, range: Range, text: string) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.isPreferred = true;
    action.edit = new WorkspaceEdit();
    action.edit.replace(document.uri, range, text);
    return action;
  };
  switch (diagnostic.code) {
    case 'type-unknown': {
      const written = document
        .getText(diagnostic.range)
        .replace(/^type:\s*|["']/g, '')
        .trim();
      const at = document.getText(diagnostic.range).lastIndexOf(written);
      if (written === '' || at < 0) return [];
      const start = document.offsetAt(diagnostic.range.start) + at;
      const range = new Range(document.positionAt(start), document.positionAt(start + written.length));
      return nearest(written, folderType(document)).map(type => fix(l10n.t('Change to “{0}”', type), range, type));
    }
    case 'type-missing': {
      const type = folderType(document);
      if (type === undefined || !document.lineAt(0).text.startsWith('---')) return [];
      return [fix(l10n.t('Add “type: {0}”', type), insertionAt(new Position(1, 0)), `type: ${type}\n`)];
    }
    case 'private-shared':
      return [movedToPrivate(document, diagnostic)];
    case 'fence-language':
      return [fix(l10n.t('Use a plain “---”'), document.lineAt(0).range, '---')];
    default:
      return [];
  }
}

function movedToPrivate({ uri }: TextDocument, diagnostic: Diagnostic): CodeAction {
  const title = l10n.t('Move it to my private folder');
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  action.command = { command: 'outloud.moveToPrivate', title, arguments: [{ uri }] };
  return action;
}

function insertionAt(position: Position): Range {
  return new Range(position, position);
}

function folderType(document: TextDocument): NoteType | undefined {
  const folder = document.uri.path.split('/').at(-2) ?? '';
  return typeOfFolder[folder];
}

/** The type of the folder, then those that are at most two letters away. */
function nearest(written: string, ofFolder: NoteType | undefined): NoteType[] {
  const close = noteTypes.filter(type => distance(written.toLowerCase(), type) <= 2);
  return [...new Set([...(ofFolder ? [ofFolder] : []), ...close])].slice(0, 3);
}
