import { hasBom } from './noteText.ts';
import type { Problem, Span } from './problem.ts';

/** Where a note's front matter stands in its text. */
export interface FrontMatter {
  /** The text between the fences, its last line ending included. */
  readonly yaml: Span;
  /** Where the closing fence begins. */
  readonly close: number;
  /** Behind the closing fence's line. */
  readonly bodyStart: number;
}

/** Front matter that may not be read, and where the body would begin. */
export interface RefusedFrontMatter {
  readonly problem: Problem;
  readonly bodyStart: number;
}

/** The most front matter that is read, in UTF-16 code units. */
export const longestHead = 16 * 1024;

/**
 * Finds the front matter without looking into it; undefined where there is none. The opening fence must be exactly
 * `---`: a language behind it is never honoured, whoever would read it as code.
 */
export function frontMatterOf(text: string): FrontMatter | RefusedFrontMatter | undefined {
  const start = hasBom(text) ? 1 : 0;
  if (isConflictMarker(text, start))
    return refused('conflict', lineAt(text, start), 'a note without conflict markers', start);
  if (!text.startsWith('---', start) || text[start + 3] === '-') return undefined;
  const fence = lineAt(text, start);
  const yamlStart = Math.min(fence.end + lineEnding(text, fence.end), text.length);
  const close = closingFence(text, yamlStart);
  const bodyStart = close === undefined ? text.length : nextLine(text, close);
  if (fence.end !== start + 3) return refused('fence-language', fence, 'exactly "---"', bodyStart);
  if (close === undefined) return refused('fence-open', fence, 'a closing "---" below', bodyStart);
  if (close - yamlStart > longestHead)
    return refused('head-too-large', fence, 'front matter of at most 16 KiB', bodyStart);
  return { yaml: { start: yamlStart, end: close }, close, bodyStart };
}

/** The first line of a head that git left as a conflict marker. */
export function conflictIn(text: string, { start, end }: Span): Span | undefined {
  for (let at = start; at < end; at = nextLine(text, at)) if (isConflictMarker(text, at)) return lineAt(text, at);
  return undefined;
}

function isConflictMarker(text: string, at: number): boolean {
  const first = text[at];
  if (first !== '<' && first !== '>' && first !== '|' && first !== '=') return false;
  return text.startsWith(first.repeat(7), at) && /^(?:[ \r\n]|$)/.test(text.slice(at + 7, at + 8));
}

function closingFence(text: string, from: number): number | undefined {
  for (let at = text.startsWith('---', from) ? from : after(text, from); at !== undefined; at = after(text, at))
    if (/^[ \t]*$/.test(text.slice(at + 3, lineAt(text, at).end))) return at;
  return undefined;
}

/** The next line after this place that begins with three dashes. */
function after(text: string, at: number): number | undefined {
  const found = text.indexOf('\n---', at);
  return found < 0 ? undefined : found + 1;
}

function lineAt(text: string, start: number): Span {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return { start, end: text.length };
  return { start, end: newline > start && text[newline - 1] === '\r' ? newline - 1 : newline };
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function lineEnding(text: string, at: number): number {
  return text[at] === '\r' ? 2 : 1;
}

function refused(code: Problem['code'], at: Span, expected: string, bodyStart: number): RefusedFrontMatter {
  return { problem: { code, at, expected }, bodyStart };
}
