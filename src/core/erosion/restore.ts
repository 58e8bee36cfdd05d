import { appendItem } from '../note/appendItem.ts';
import { editHead } from '../note/editHead.ts';
import type { HeadReader, HeadValue } from '../note/note.ts';
import { eolOf, linesOf } from '../note/noteText.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Erosion } from './erosion.ts';

const figure = /[-+]?\d+(?:[.,]\d+)*/g;
const fields = /\s*[📅✅].*$/u;

/** The edits that put back what a goal's note said, and nothing else. None where it can't be told what that was. */
export function restored(
  now: string,
  then: string,
  { kind, from, fromLine, line }: Erosion,
  yaml: HeadReader,
): readonly TextEdit[] {
  const inHead: Readonly<Partial<Record<Erosion['kind'], readonly [string, HeadValue]>>> = {
    later: ['due', from],
    level: ['target', Number(from)],
    vision: ['vision', from],
  };
  const [key, value] = inHead[kind] ?? [];
  if (key !== undefined && value !== undefined) return editHead(now, { [key]: value }, yaml);
  const old = lineAt(then, fromLine)?.text;
  if (old === undefined) return [];
  return kind === 'target' ? wantedAgain(now, line, old) : putBack(now, old);
}

/** The last figure of the line as it was: what has been reached since stays. Without figures the line itself. */
function wantedAgain(now: string, number: number | undefined, old: string): readonly TextEdit[] {
  const line = lineAt(now, number);
  const wanted = lastFigure(old)?.[0];
  if (line === undefined || wanted === undefined) return [];
  const last = /→|->|=>/.test(line.text) ? lastFigure(line.text) : undefined;
  if (last === undefined) return [{ at: { start: line.start, end: line.end }, text: old }];
  const start = line.start + last.index;
  return [{ at: { start, end: start + last[0].length }, text: wanted }];
}

/** A line that was dropped stands below the last key result again. */
function putBack(now: string, old: string): readonly TextEdit[] {
  const last = Array.from(linesOf(now)).findLast(({ text }) => /^[ \t]*[-*+][ \t]+(?:\[.\][ \t]+)?KR\d*:/i.test(text));
  if (last === undefined) return appendItem(now, 'Key results', old.trim());
  const eol = eolOf(now);
  return [{ at: { start: last.end, end: last.end }, text: eol + old }];
}

function lastFigure(line: string): RegExpExecArray | undefined {
  return [...line.replace(fields, '').matchAll(figure)].at(-1);
}

function lineAt(text: string, number: number | undefined) {
  return number === undefined ? undefined : Array.from(linesOf(text))[number - 1];
}
