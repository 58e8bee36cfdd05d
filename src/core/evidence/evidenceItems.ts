import { isEvidence } from '../goal/goal.ts';
import { eolOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { headingIn, proseLines, sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { FoundEvidence } from './evidence.ts';
import { readEvidence } from './readEvidence.ts';

/** One line of a goal's evidence, where it stands in the note. Places of references count from the beginning of the note. */
export interface EvidenceItem extends FoundEvidence {
  /** The whole line, without its ending. */
  readonly at: Span;
  /** Where the next line begins. */
  readonly next: number;
}

/** The lines of evidence in a goal's note. */
export function evidenceItems(text: string): readonly EvidenceItem[] {
  const items: EvidenceItem[] = [];
  let isInside = false;
  for (const line of proseLines(text)) {
    const heading = headingIn(line.text);
    if (heading) isInside = isEvidence(heading.title);
    const [, bullet = '', words] = /^([ \t]*[-*+][ \t]+(?:\[[^\]]\][ \t]+)?)(.*\S)[ \t]*$/.exec(line.text) ?? [];
    if (!isInside || words === undefined) continue;
    const start = line.start + bullet.length;
    const { claim, refs, places } = readEvidence(words);
    items.push({
      claim,
      refs,
      places: places.map(place => ({ start: start + place.start, end: start + place.end })),
      at: { start: line.start, end: line.end },
      next: line.next,
    });
  }
  return items;
}

/**
 * What puts lines at the end of a goal's evidence, below a heading of its own where it has none yet.
 *
 * @param lines without bullets
 */
export function evidenceAdded(text: string, lines: readonly string[]): readonly TextEdit[] {
  if (lines.length === 0) return [];
  const eol = eolOf(text);
  const section = sectionsOf(text).find(({ title }) => isEvidence(title));
  const words = text.slice(0, section?.body.end ?? text.length).trimEnd();
  const isList = section !== undefined && words.length > section.at.end;
  const before = section === undefined ? `${eol}${eol}## Evidence${eol}` : isList && endsInItem(words) ? '' : eol;
  const end = words.length === text.length ? eol : '';
  const added = lines.map(line => `${eol}- ${line}`).join('');
  return [{ at: { start: words.length, end: words.length }, text: `${before}${added}${end}` }];
}

function endsInItem(words: string): boolean {
  return /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(words.slice(words.lastIndexOf('\n') + 1));
}
