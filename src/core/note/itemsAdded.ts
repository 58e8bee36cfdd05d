import { eolOf } from './noteText.ts';
import { sectionsOf } from './sections.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that puts list items at the end of a section, below a heading of its own where the note has none. Lines that stand there
 * already are not put there again.
 *
 * @param heading without its hashes: `Resources`
 * @param lines without bullets
 */
export function itemsAdded(text: string, heading: string, lines: readonly string[]): readonly TextEdit[] {
  const eol = eolOf(text);
  const section = sectionsOf(text).find(({ title }) => title.trim().toLowerCase() === heading.toLowerCase());
  const there = new Set((section ? text.slice(section.body.start, section.body.end) : '').split(/\r?\n/).map(bare));
  const items = lines.filter(line => !there.has(bare(`- ${line}`)));
  if (items.length === 0) return [];
  const words = text.slice(0, section?.body.end ?? text.length).trimEnd();
  const isList =
    section !== undefined && words.length > section.at.end && /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(lastLine(words));
  const gap = section === undefined ? `${words === '' ? '' : eol + eol}## ${heading}${eol}` : isList ? '' : eol;
  const end = words.length === text.length ? eol : '';
  const at = { start: words.length, end: words.length };
  return [{ at, text: `${gap}${items.map(line => `${eol}- ${line}`).join('')}${end}` }];
}

function bare(line: string): string {
  return line.replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/, '- ').trimEnd();
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
