import { parseDay, type Day } from '../time/day.ts';
import { textValue } from './headValues.ts';
import type { HeadValue, Note } from './note.ts';
import { slugOf, type NotePath } from './notePath.ts';

/** A key's value as a day; undefined where it holds none. */
export function dayValue(value: HeadValue | undefined): Day | undefined {
  return parseDay(textValue(value) ?? '');
}

/** The day of a note: its `date`, else the one its file is named by. */
export function dayOfNote({ head, path }: Pick<Note, 'head'> & { readonly path: NotePath }): Day | undefined {
  return dayValue(head['date']) ?? parseDay(slugOf(path).slice(0, 10)); // most say it, and a log has thousands
}
