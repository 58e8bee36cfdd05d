import { Position, Range } from 'vscode';
import type { Span } from '../../core/note/problem.ts';

/** Lines and columns of a text, as a document of it would count them: a byte order mark is no part of one. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ index, 0: end }) => index + end.length)];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return offset => {
    const line = Math.max(
      0,
      starts.findLastIndex(start => start <= offset),
    );
    return new Position(line, Math.max(0, offset - (starts[line] ?? 0) - (line === 0 ? mark : 0)));
  };
}

/** Where a span of a text stands in a document of it. */
export function rangesIn(text: string): (at: Span) => Range {
  const positionAt = positionsIn(text);
  return ({ start, end }) => new Range(positionAt(start), positionAt(end));
}
