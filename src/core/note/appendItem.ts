import { eolOf } from './noteText.ts';
import { sectionsOf } from './sections.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * The edit that puts a line at the end of a section's list, and makes the section at the note's end where it has none.
 *
 * @param section its heading's words, whatever their case
 * @param line as it is to stand, without its line ending: `- Explains slow systems`
 */
export function appendItem(text: string, section: string, line: string): readonly TextEdit[] {
  const eol = eolOf(text);
  const found = sectionsOf(text).find(({ title }) => isCalled(title, section));
  const end = text.slice(0, found?.body.end ?? text.length).trimEnd().length;
  const words = text.slice(0, end);
  const last = words.slice(words.lastIndexOf('\n') + 1);
  const continues = found !== undefined && end > found.at.end && isInList(last);
  const start = text.trim() === '' ? '' : eol + (continues ? '' : eol);
  const heading = found === undefined ? `## ${section}${eol}${eol}` : '';
  const close = end === text.length || !/^[ \t]*\r?\n/.test(text.slice(end)) ? eol : '';
  return [{ at: { start: end, end }, text: `${start}${heading}${line}${close}` }];
}

/** Whether a heading is the one that is meant. */
export function isCalled(title: string, section: string): boolean {
  return title.trim().toLowerCase() === section.toLowerCase();
}

function isInList(line: string): boolean {
  return /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(line) || /^[ \t]+\S/.test(line);
}
