import type { Day } from '../time/day.ts';
import type { TaskLine } from './tasks.ts';
import type { TextEdit } from './textEdit.ts';

const doneField = /[ \t]*(?:✅\uFE0F? *\d{4}-\d{2}-\d{2}|[[(]completion:: *\d{4}-\d{2}-\d{2} *[\])])/gu;

/**
 * The edits that tick a task and say when it was done, or that open it again. Nothing else of its line is touched.
 *
 * @param done the day it was done; undefined opens it
 * @example
 * applyEdits('- [ ] Ask Lin', tickTask('- [ ] Ask Lin', task, '2026-11-22')); //=> '- [x] Ask Lin ✅ 2026-11-22'
 */
export function tickTask(
  text: string,
  { at, markAt, done: was }: TaskLine,
  done: Day | undefined,
): readonly TextEdit[] {
  const mark = { at: markAt, text: done === undefined ? ' ' : 'x' };
  if (done !== undefined) {
    if (was !== undefined) return [mark];
    const end = at.start + text.slice(at.start, at.end).trimEnd().length;
    return [mark, { at: { start: end, end }, text: ` ✅ ${done}` }];
  }
  const fields = [...text.slice(at.start, at.end).matchAll(doneField)];
  const gone = fields.map(({ index, 0: { length } }) => ({ start: at.start + index, end: at.start + index + length }));
  return [mark, ...gone.map(span => ({ at: span, text: '' }))];
}
