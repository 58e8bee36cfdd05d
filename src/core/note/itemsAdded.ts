import { appendItem } from './appendItem.ts';
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
  const section = sectionsOf(text).find(({ title }) => title.trim().toLowerCase() === heading.toLowerCase());
  const there = new Set((section ? text.slice(section.body.start, section.body.end) : '').split(/\r?\n/).map(bare));
  const items = lines.filter(line => !there.has(bare(`- ${line}`)));
  if (items.length === 0) return [];
  return appendItem(text, heading, items.map(line => `- ${line}`).join(eolOf(text)));
}

function bare(line: string): string {
  return line.replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/, '- ').trimEnd();
}
