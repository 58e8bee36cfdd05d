import type { Span } from '../note/problem.ts';

/** Stretches in backticks, as Markdown pairs them: a run is closed by the next one of the same length. */
export function codeSpansOf(text: string): readonly Span[] {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ index, length }));
  const lastOfLength = new Map(runs.map(({ index, length }) => [length, index]));
  const spans: Span[] = [];
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    if (!open || lastOfLength.get(open.length) === open.index) continue;
    let close = i + 1;
    while (runs[close]?.length !== open.length) close++;
    const closing = runs[close];
    if (!closing) continue;
    spans.push({ start: open.index, end: closing.index + closing.length });
    i = close;
  }
  return spans;
}
