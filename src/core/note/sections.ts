import { frontMatterOf } from './frontMatter.ts';
import { linesOf, type Line } from './noteText.ts';
import type { Span } from './problem.ts';

/** A heading of a note. */
export interface Heading {
  readonly level: number;
  /** Its words, without marks and escapes. */
  readonly title: string;
  /** Its line, without the line ending. */
  readonly at: Span;
}

/** A heading and what stands below it, up to the next heading of its level or above. */
export interface Section extends Heading {
  /** From the line below the heading to where the next section begins. */
  readonly body: Span;
}

/** Where the body of a note begins: behind its front matter, whether or not that can be read. */
export function bodyStartOf(text: string): number {
  return frontMatterOf(text)?.bodyStart ?? 0;
}

/** The lines of a note's body a reader sees as prose: no front matter, no fenced code, no comments of several lines. */
export function* proseLines(text: string, from = bodyStartOf(text)): Generator<Line> {
  let fence: string | undefined;
  let inComment = false;
  for (const line of linesOf(text, from)) {
    const mark = codeFence.exec(line.text);
    if (fence !== undefined) {
      if (mark && isClosing(mark, fence)) fence = undefined;
    } else if (inComment) {
      inComment = !line.text.includes('-->');
    } else if (mark && !(mark[1]?.startsWith('`') && mark[2]?.includes('`'))) {
      fence = mark[1];
    } else if (/^ {0,3}<!--/.test(line.text) && !line.text.includes('-->')) {
      inComment = true;
    } else yield line;
  }
}

const codeFence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/;

function isClosing([, mark = '', rest = '']: RegExpExecArray, fence: string): boolean {
  return mark.startsWith(fence) && rest.trim() === '';
}

/** Every heading of a note, from its top to its end. */
export function* headingsOf(text: string, from = bodyStartOf(text)): Generator<Heading> {
  for (const { text: line, start, end } of proseLines(text, from)) {
    const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (marks) yield { level: marks.length, title: headingWords(words), at: { start, end } };
  }
}

/** The note's title line. */
export function findH1(text: string, from = bodyStartOf(text)): Heading | undefined {
  if (!/(?:^|\n) {0,3}#(?:[ \t\r\n]|$)/.test(text)) return undefined; // most notes without one are told apart at once
  for (const heading of headingsOf(text, from)) if (heading.level === 1) return heading;
  return undefined;
}

/**
 * The sections of a note.
 *
 * @param level the headings that begin one, 2 for `## Next week`; what stands below deeper headings belongs to it.
 */
export function sectionsOf(text: string, level = 2): readonly Section[] {
  const headings = [...headingsOf(text)].filter(heading => heading.level <= level);
  return headings.flatMap((heading, index) => {
    if (heading.level !== level) return [];
    const below = text.indexOf('\n', heading.at.end);
    const start = below < 0 ? text.length : below + 1;
    return [{ ...heading, body: { start, end: headings[index + 1]?.at.start ?? text.length } }];
  });
}

/** A heading's words as they were meant: closing hashes and backslash escapes taken away, code left alone. */
function headingWords(words: string): string {
  const open = words
    .trim()
    .replace(/(?:^|[ \t]+)#+$/, '')
    .trim();
  return open.replace(/(`+)(?!`)(?:[^`]|(?!\1(?!`))`)*?\1(?!`)|\\([!-/:-@[-`{-~])/g, (all, code, escaped: unknown) =>
    typeof escaped === 'string' ? escaped : all,
  );
}
