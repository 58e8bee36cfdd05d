import type { Note } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Problem } from '../../core/note/problem.ts';
import { isUnreadable } from '../../core/note/readNote.ts';
import { findParts } from '../../core/week/generatedPart.ts';
import { layoutPath } from '../../core/week/weeklyNotes.ts';
import { isWorkspaceTrusted } from '../support/trust.ts';

/** A note that was read, and its whole text. */
export interface ReadNote {
  readonly shelf: 'shared' | 'private';
  readonly path: NotePath;
  readonly text: string;
  readonly note: Note;
}

/** Everything that is wrong with a note: its front matter, and what its body has to keep to where it is a weekly note or the layout of those. */
export async function problemsOf({ shelf, path, text, note }: ReadNote): Promise<readonly Problem[]> {
  const { problems } = note;
  if (shelf === 'private' || problems.some(isUnreadable)) return problems;
  if (path === layoutPath) return [...problems, ...(await layoutProblems(text))];
  return /^people\/[^/]+\/weekly\//.test(path) ? [...problems, ...findParts(text).problems] : problems;
}

/** In Restricted Mode no layout is used, so there is nothing to say about one. */
async function layoutProblems(text: string): Promise<readonly Problem[]> {
  if (!isWorkspaceTrusted()) return [];
  const { checkTemplate } = await import('../../core/week/checkTemplate.ts');
  const problem = await checkTemplate(text);
  return problem ? [problem] : [];
}
