import { alignLines } from '../code/alignLines.ts';
import { mergeTaskLine, taskWords } from './mergeTaskLine.ts';

type Lines = readonly string[];

/** Something that stands or goes as a whole: an item with what is below it, a paragraph, a table, a fenced block. */
interface Block {
  readonly lines: Lines;
  /** The empty lines behind it. */
  readonly gap: Lines;
}

/** A heading with what stands below it; what is in front of the first one has none. */
interface Section {
  readonly heading: Block | undefined;
  readonly blocks: readonly Block[];
}

/**
 * What two sides put in at one place: below each heading what stands there on either side, theirs first. What both have stands there
 * once, and an item of both with what either has below it.
 */
export function uniteLines(theirs: Lines, ours: Lines): Lines {
  const [hers, mine] = [sectionsOf(blocksOf(theirs)), sectionsOf(blocksOf(ours))];
  const found = alignLines(hers.map(nameOf), mine.map(nameOf));
  const parts = new Set(theirs.filter(isPlaceholder));
  const united: Section[] = [];
  let next = 0;
  hers.forEach((section, at) => {
    const match = found[at];
    if (match === undefined) return united.push(section);
    united.push(...mine.slice(next, match));
    next = match + 1;
    return united.push({ ...section, blocks: unitedBlocks(section.blocks, mine[match]?.blocks ?? [], parts) });
  });
  united.push(...mine.slice(next));
  return linesOf(united.flatMap(({ heading, blocks }) => [...(heading ? [heading] : []), ...blocks]));
}

function unitedBlocks(theirs: readonly Block[], ours: readonly Block[], parts: ReadonlySet<string>): readonly Block[] {
  const left = ours.filter(({ lines }) => lines.length > 0 && !parts.has(lines[0] ?? ''));
  const common = theirs.map(block => {
    const at = left.findIndex(other => idOf(other) === idOf(block));
    const [twin] = at < 0 ? [] : left.splice(at, 1);
    return twin ? { ...block, lines: unitedItem(block.lines, twin.lines) } : block;
  });
  const last = common.at(-1);
  const [first] = left;
  if (!last || !first) return [...common, ...left];
  const between = isOneLine(last) && isOneLine(first) ? [] : last.gap.length > 0 ? last.gap : ['\n'];
  const behind = left.map((block, at) => (at === left.length - 1 && block.gap.length === 0 ? last.gap : block.gap));
  return [
    ...common.slice(0, -1),
    { ...last, gap: between },
    ...left.map((block, at) => ({ ...block, gap: behind[at] ?? [] })),
  ];
}

/** An item of both: as far as either came with it, and with what either has below it. */
function unitedItem([theirs = '', ...below]: Lines, [ours = '', ...more]: Lines): Lines {
  const first = mergeTaskLine(theirs, ours) ?? theirs;
  return below.join('') === more.join('') ? [first, ...below] : [ended(first), ...uniteLines(below, more)];
}

/** What a block is known by on the other side: a step by its words, an item by its first line, anything else by all of it. */
function idOf({ lines }: Block): string {
  const [first = ''] = lines;
  return taskWords(first) ?? (isItem(first) ? first.trimEnd() : lines.join('').trimEnd());
}

function nameOf({ heading }: Section): string {
  return heading?.lines[0]?.trimEnd() ?? '';
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const sections: { heading: Block | undefined; blocks: Block[] }[] = [{ heading: undefined, blocks: [] }];
  for (const block of blocks)
    if (isHeading(block.lines[0] ?? '')) sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  return sections;
}

function blocksOf(lines: Lines): readonly Block[] {
  const blocks: { lines: string[]; gap: string[] }[] = [];
  let closing: RegExp | undefined;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (closing === undefined && line.trim() === '') {
      if (last) last.gap.push(line);
      else blocks.push({ lines: [], gap: [line] });
      continue;
    }
    if (last && (closing !== undefined || continues(last, line))) last.lines.push(...last.gap.splice(0), line);
    else blocks.push({ lines: [line], gap: [] });
    closing = closing === undefined ? closingOf(line) : closing.test(line) ? undefined : closing;
  }
  return blocks;
}

/** Whether a line belongs to the block above it. */
function continues({ lines, gap }: Block, line: string): boolean {
  const [first = ''] = lines;
  if (lines.length === 0 || isHeading(first) || isPlaceholder(first)) return false;
  if (indentOf(line) > indentOf(first)) return true;
  return gap.length === 0 && !isHeading(line) && !isPlaceholder(line) && !isItem(line) && !isKey(line);
}

/** What ends a block that may hold empty lines. */
function closingOf(line: string): RegExp | undefined {
  const [, fence] = /^\s*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})/.exec(line) ?? [];
  if (fence !== undefined) return new RegExp(`^\\s*${fence}`);
  return line.trimStart().startsWith('<details') ? /<\/details>/ : undefined;
}

function linesOf(blocks: readonly Block[]): Lines {
  const lines = blocks.flatMap(block => [...block.lines, ...block.gap]);
  return lines.map((line, at) => (at < lines.length - 1 ? ended(line) : line));
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n`;
}

function isOneLine({ lines: [first = ''] }: Block): boolean {
  return isItem(first) || isKey(first) || isPlaceholder(first);
}

const isItem = (line: string) => /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line);
const isKey = (line: string) => /^(?:[A-Za-z][\w-]*:(?:\s|$)|---\s*$)/.test(line);
/** The line that stands for a generated part. */
const isPlaceholder = (line: string) => line.startsWith('\u0000');

export function isHeading(line: string): boolean {
  return /^ {0,3}#{1,6}(?:\s|$)/.test(line);
}

/** How many spaces and tabs a line begins with. */
export function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
