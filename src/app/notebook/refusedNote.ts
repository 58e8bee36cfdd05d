import type { NotePath } from '../../core/note/notePath.ts';
import type { ProblemCode } from '../../core/note/problem.ts';
import { NoteRefused } from '../failure.ts';
import type { IndexedNote } from '../shelf.ts';

/** What stands in the index for a note that is not safe to read: private, with a problem. */
export function refusedNote<P extends NotePath>(path: P, error: Error): IndexedNote<P> {
  const codes: readonly string[] = ['too-large', 'not-utf8', 'binary'] satisfies ProblemCode[];
  const reason = error instanceof NoteRefused ? error.code : 'unreadable';
  const code = (codes.includes(reason) ? reason : 'unreadable') as ProblemCode;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  return {
    path,
    type: undefined,
    title: name.replace(/^\d{4}-\d{2}-\d{2}-/, ''),
    head: Object.create(null) as IndexedNote['head'],
    bodyStart: 0,
    isPrivate: true,
    problems: [
      { code, at: { start: 0, end: 0 }, expected: 'a note of plain UTF-8 text, at most 1 MiB', detail: error.message },
    ],
  };
}
