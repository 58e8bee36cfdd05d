import type { Span } from './problem.ts';

const bom = '\uFEFF';

/** Whether a text begins with a byte order mark. It stays where it is; nothing is ever put before it. */
export function hasBom(text: string): boolean {
  return text.startsWith(bom);
}

/** The line ending a text uses: that of its first line, a plain newline where it has none. */
export function eolOf(text: string): '\n' | '\r\n' {
  const newline = text.indexOf('\n');
  return newline > 0 && text[newline - 1] === '\r' ? '\r\n' : '\n';
}

/** One line of a text: where it stands without its ending, and where the next one begins. */
export interface Line extends Span {
  readonly text: string;
  readonly next: number;
}

/**
 * The lines of a text from an offset on. Lines end with `\n` or `\r\n`; the empty rest behind a last newline is no line.
 *
 * @example
 * [...linesOf('a\r\nb')].map(line => line.text); //=> ['a', 'b']
 */
export function* linesOf(text: string, from = 0): Generator<Line> {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const last = newline < 0 ? text.length : newline;
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : last;
    yield { start, end, next, text: text.slice(start, end) };
    start = next;
  }
}
