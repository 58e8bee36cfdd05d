import { alignLines } from '../code/alignLines.ts';
import { eolOf } from '../note/noteText.ts';

/**
 * A merged text, whose lines end in `\n`, with the line ends of its sides: each line has the one it had on this side, or else on the
 * other. Where neither side mixes them, all are as on this one: a clone may have them in its own way.
 */
export function withLineEnds(text: string, { ours, theirs }: Readonly<Record<'ours' | 'theirs', string>>): string {
  const usual = eolOf(ours);
  if (!isMixed(ours) && !isMixed(theirs)) return usual === '\n' ? text : text.replaceAll('\n', usual);
  const lines = text.split('\n');
  const [mine, other] = [ours, theirs].map(side => endsOf(lines, side)) as [Ends, Ends];
  const last = lines.length - 1;
  return lines.map((line, at) => (at === last ? line : line + (mine[at] ?? other[at] ?? usual))).join('');
}

type Ends = readonly (string | undefined)[];

/** What each of some lines ends in on one side; undefined for those it has not. */
function endsOf(lines: readonly string[], side: string): Ends {
  const sideLines = side.split('\n');
  const found = alignLines(
    lines,
    sideLines.map(line => line.replace(/\r$/, '')),
  );
  return found.map(at => {
    if (at === undefined || at === sideLines.length - 1) return undefined; // the last one has no end
    return sideLines[at]?.endsWith('\r') === true ? '\r\n' : '\n';
  });
}

function isMixed(text: string): boolean {
  return text.includes('\r\n') && /(?<!\r)\n/.test(text);
}
