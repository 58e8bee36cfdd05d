import { plainWords } from '../markdown/plainWords.ts';
import { proseLines } from '../note/sections.ts';

/**
 * The first table of a markdown text, its header first, as the words a reader sees; undefined where there is none. A row has as many cells
 * as the header.
 */
export function markdownTable(text: string): readonly (readonly string[])[] | undefined {
  const lines = Array.from(proseLines(text), line => line.text);
  const rule = lines.findIndex((line, index) => isRule(line) && (lines[index - 1] ?? '').includes('|'));
  if (rule < 1) return undefined;
  const header = cellsOf(lines[rule - 1] ?? '');
  if (header.length !== cellsOf(lines[rule] ?? '').length) return undefined;
  const end = lines.findIndex((line, index) => index > rule && (line.trim() === '' || !line.includes('|')));
  const rows = lines.slice(rule + 1, end < 0 ? undefined : end).map(cellsOf);
  return [header, ...rows].map(cells => header.map((_, column) => plainWords(cells[column] ?? '')));
}

/** `|---|:-:|` */
function isRule(line: string): boolean {
  return /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/.test(line) && line.includes('-');
}

/** The cells of a row; a pipe behind a backslash is a sign in one of them. */
function cellsOf(line: string): readonly string[] {
  const inside = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inside.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll(String.raw`\|`, '|'));
}
