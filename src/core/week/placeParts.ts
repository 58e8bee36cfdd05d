import { eolOf } from '../note/noteText.ts';
import type { Problem } from '../note/problem.ts';
import { headingsOf, sectionsOf, type Heading } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { findParts, type FoundPart, type FoundParts } from './generatedPart.ts';
import { mergePart } from './mergePart.ts';
import { printKnown, printPart, type Part } from './part.ts';

export interface Placing {
  /** To be applied to the text as it was given. Empty where the note says it all already. */
  readonly edits: readonly TextEdit[];
  /** Parts whose markers are damaged: they were left alone. */
  readonly problems: readonly Problem[];
}

/**
 * Brings the generated parts of a note up to date, around and between what the person wrote: every byte of hers stays,
 * in whatever order she moved it. A part she deleted stays away; one the note never had goes beside its neighbours.
 *
 * @param parts in the order they should stand, those with nothing to tell too.
 */
export function placeParts(text: string, parts: readonly Part[]): Placing {
  const found = findParts(text);
  const standing = new Map(found.parts.map(part => [part.name, part]));
  const removed = new Set<FoundPart>();
  const merged = parts.flatMap(part => {
    const there = standing.get(part.name);
    const edits = there ? mergePart(text, there, part) : [];
    if (there && edits.some(edit => edit.at.start === there.begin.start)) removed.add(there);
    return edits;
  });
  const added = parts.filter(part => isNew(part, found) && part.lines.some(line => line.facts.length > 0));
  const placed = added.map(part => newPart(text, part, { parts, standing, removed, found }));
  return { edits: [...merged, ...together(placed), ...knownEdit(text, found, added)], problems: found.problems };
}

/** Whether the note was never given this part: neither says so nor lost the line that would. */
function isNew({ name }: Part, { parts, broken, known }: FoundParts): boolean {
  if (broken.has(name) || parts.some(part => part.name === name)) return false;
  return known ? !known.names.includes(name) : parts.length === 0 && broken.size === 0;
}

interface Surroundings {
  readonly parts: readonly Part[];
  readonly standing: ReadonlyMap<string, FoundPart>;
  /** Those of them that go now. */
  readonly removed: ReadonlySet<FoundPart>;
  readonly found: FoundParts;
}

/** Where a new part goes: into its own section, else behind the part before it, else before the one after, else last. */
function newPart(text: string, part: Part, { parts, standing, removed, found }: Surroundings): TextEdit {
  const section = sectionOf(text, part, found);
  const words = inEolOf(text, printPart(part, { heading: section === undefined }) ?? '');
  if (section) return between(text, section, words);
  const index = parts.findIndex(one => one.name === part.name);
  const above = parts
    .slice(0, index)
    .flatMap(one => standing.get(one.name) ?? [])
    .at(-1);
  if (above) return between(text, removed.has(above) ? above.begin.start : above.end.end, words);
  const below = parts.slice(index + 1).flatMap(one => standing.get(one.name) ?? [])[0];
  if (below) return between(text, below.begin.start, words);
  const hers = sectionsOf(text).find(one => isSame(one.title, 'Next week'));
  return between(text, hers?.at.start ?? found.known?.line.start ?? text.length, words);
}

/** The end of the section the person made for what this part tells. */
function sectionOf(text: string, { heading }: Part, { parts, known }: FoundParts): number | undefined {
  const [wanted] = headingsOf(heading ?? '', 0);
  if (!wanted) return undefined;
  const isHers = ({ at }: Heading) => !parts.some(({ begin, end }) => at.start > begin.start && at.start < end.start);
  const section = sectionsOf(text, wanted.level).find(one => isSame(one.title, wanted.title) && isHers(one));
  if (!section) return undefined;
  const marks = [...parts.map(part => part.begin.start), known?.line.start ?? text.length];
  const end = Math.min(section.body.end, ...marks.filter(mark => mark > section.at.end));
  return section.at.end + text.slice(section.at.end, end).trimEnd().length;
}

/** Whether two headings say the same; case, a colon and marks of emphasis don't count. */
export function isSame(one: string, other: string): boolean {
  const plain = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(one) === plain(other);
}

/** Something of its own between what stands before and behind a place: one empty line on either side. */
function between(text: string, at: number, words: string): TextEdit {
  const eol = eolOf(text);
  const before = text.slice(0, at);
  const behind = text.slice(at);
  const isFirst = before.replace(/^\uFEFF/, '').trim() === '';
  const above = isFirst || /\n[ \t]*\r?\n$/.test(before) ? '' : before.endsWith('\n') ? eol : eol + eol;
  const below =
    behind.trim() === '' ? (behind === '' ? eol : '') : /^\r?\n/.test(behind) ? blank(behind, eol) : eol + eol;
  return { at: { start: at, end: at }, text: above + words + below };
}

/** What is missing of an empty line before a text that begins with a line break. */
function blank(behind: string, eol: string): string {
  return /^\r?\n[ \t]*\r?\n/.test(behind) ? '' : eol;
}

/** Insertions at one place as one, in their order, with one empty line between them. */
function together(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of edits) {
    const index = joined.findIndex(one => one.at.start === edit.at.start);
    const above = joined[index];
    if (!above) joined.push(edit);
    else {
      const eol = eolOf(edit.text);
      joined[index] = { at: above.at, text: above.text.trimEnd() + eol + eol + edit.text.trimStart() };
    }
  }
  return joined;
}

/** The line that remembers the parts a note was given. */
function knownEdit(text: string, { parts, known }: FoundParts, added: readonly Part[]): TextEdit[] {
  if (added.length === 0) return [];
  const names = [...new Set([...(known?.names ?? parts.map(part => part.name)), ...added.map(part => part.name)])];
  if (known) return [{ at: { start: known.line.start, end: known.line.end }, text: printKnown(names) }];
  const eol = eolOf(text);
  return [{ at: { start: text.length, end: text.length }, text: `${eol}${printKnown(names)}${eol}` }];
}

function inEolOf(text: string, words: string): string {
  return words.replace(/\n/g, eolOf(text));
}
