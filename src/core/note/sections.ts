import { frontMatterOf } from './frontMatter.ts';
import { hasBom, linesOf, type Line } from './noteText.ts';
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

/** Where the body of a note begins: behind its front matter, whether or not that can be read, or a byte order mark. */
export function bodyStartOf(text: string): number {
  return frontMatterOf(text)?.bodyStart ?? (hasBom(text) ? 1 : 0);
}

/** The lines of a note's body a reader sees as prose: no front matter, no fenced code, no comments of several lines. */
export function* proseLines(text: string, from = bodyStartOf(text)): Generator<Line> {
  let fence: Fence | undefined;
  let item = 0; // how far what belongs to the last list item is indented
  let inComment = false;
  for (const line of linesOf(text, from)) {
    const indent = line.text.search(/\S/);
    if (fence && indent >= 0 && indent < fence.item) fence = undefined; // the list item ended, and its code with it
    if (fence) {
      if (closes(line.text, fence.marks)) fence = undefined;
      continue;
    }
    if (inComment) {
      inComment = !line.text.includes('-->');
      continue;
    }
    if (indent >= 0) item = listItem.exec(line.text)?.[0].length ?? (indent < item ? 0 : item);
    fence = fenceAt(line.text, item);
    inComment = /^ {0,3}<!--/.test(line.text) && !line.text.includes('-->');
    if (!fence && !inComment) yield line;
  }
}

/** The same for a part of a note, such as a section's body: what is behind it is not looked at. */
export function* proseWithin(text: string, { start, end }: Span): Generator<Line> {
  for (const line of proseLines(text, start)) {
    if (line.start >= end) return;
    yield line;
  }
}

/** A code block that is open. */
interface Fence {
  readonly marks: string;
  /** The list item it stands in: a line further to the left ends it. */
  readonly item: number;
}

const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const codeFence = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/s;

function fenceAt(line: string, item: number): Fence | undefined {
  const [, marks, rest = ''] = codeFence.exec(line) ?? [];
  if (marks === undefined || (marks.startsWith('`') && rest.includes('`'))) return undefined;
  const isInside = listItem.test(line) || line.search(/\S/) >= item;
  return { marks, item: isInside ? item : 0 };
}

/** Whether a line closes a code block: as many of the same marks or more, and nothing else. */
function closes(line: string, fence: string): boolean {
  const marks = line.trim();
  return marks.startsWith(fence) && /^(?:`+|~+)$/.test(marks);
}

/** Every heading of a note, from its top to its end. */
export function* headingsOf(text: string, from = bodyStartOf(text)): Generator<Heading> {
  for (const { text: line, start, end } of proseLines(text, from)) {
    const heading = headingIn(line);
    if (heading) yield { ...heading, at: { start, end } };
  }
}

/** The heading a line is, as `## Next week`, told without looking at the lines around it. */
export function headingIn(line: string): Pick<Heading, 'level' | 'title'> | undefined {
  const [, marks, words = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/s.exec(line) ?? [];
  return marks === undefined ? undefined : { level: marks.length, title: headingWords(words) };
}

/** The note's title line. */
export function findH1(text: string, from = bodyStartOf(text)): Heading | undefined {
  if (!/(?:^|\n)\uFEFF? {0,3}#(?:[ \t\r\n]|$)/.test(text)) return undefined; // most notes without one are told apart at once
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

/** The longest title that is read. What is longer was never meant to be one. */
const longestTitle = 1000;

/** A heading's words as they were meant: closing hashes and backslash escapes taken away, code left alone. */
function headingWords(words: string): string {
  const open = words.trim().slice(0, longestTitle);
  const closed = open.replace(/(?:^|[ \t]+)#+$/, '').trim();
  return closed.replace(codeOrEscape, (all, _, escaped: unknown) => (typeof escaped === 'string' ? escaped : all));
}

/** A code span, or a backslash before a sign that it takes its meaning from. */
const codeOrEscape = /(?<!`)(`+)(?!`)(?:[^`]|(?!\1(?!`))`)*?\1(?!`)|\\([!-/:-@[-`{-~])/g;
