import type { Line } from '../note/noteText.ts';
import type { Problem, Span } from '../note/problem.ts';
import { proseLines } from '../note/sections.ts';
import type { ListedFact } from './part.ts';

/** A generated part as it stands in a note. */
export interface FoundPart {
  readonly name: string;
  readonly begin: Line;
  readonly end: Line;
  /** Every fact the tool ever wrote here, in the order it did. */
  readonly listed: readonly ListedFact[];
}

/** What a note tells about its generated parts. */
export interface FoundParts {
  /** Whole ones, from the top of the note to its end. */
  readonly parts: readonly FoundPart[];
  /** Names whose markers are damaged; these are left alone. */
  readonly broken: ReadonlySet<string>;
  /** Names of the parts the note was ever given, where it still says so. */
  readonly known?: { readonly names: readonly string[]; readonly line: Line };
  readonly problems: readonly Problem[];
}

interface Marker {
  readonly kind: 'begin' | 'end';
  readonly name: string;
  readonly line: Line;
  /** Undefined where the list can't be read. */
  readonly listed: readonly ListedFact[] | undefined;
}

const marker = /^\s*<!--\s*outloud:(begin|end)\s+([a-z][a-z-]*)((?:\s[^>]*?)?)\s*-->\s*$/;
const knownLine = /^\s*<!--\s*outloud:parts((?:\s+[a-z][a-z-]*)*)\s*-->\s*$/;
const entry = /^([0-9a-f]{4,64})(?:\.([0-9a-f]{4,12}))?:([0-9a-f]{4,12})$/;

/**
 * Finds the generated parts of a note. Markers in fenced code and in comments are no markers; a marker without its
 * other half, one inside another's part, and a part that stands there twice are problems.
 */
export function findParts(text: string): FoundParts {
  const markers: Marker[] = [];
  let known: FoundParts['known'];
  for (const line of proseLines(text)) {
    const found = markerAt(line);
    if (found) markers.push(found);
    const names = knownLine.exec(line.text)?.[1];
    if (names !== undefined) known = { names: [...(known?.names ?? []), ...words(names)], line: known?.line ?? line };
  }
  const { parts, troubles } = paired(markers);
  const broken = new Set(troubles.map(trouble => trouble.name));
  return {
    parts: parts.filter(part => !broken.has(part.name)),
    broken,
    ...(known === undefined ? {} : { known }),
    problems: troubles.map(({ line, expected, name }) => problem(line, expected, name)),
  };
}

interface Trouble {
  readonly name: string;
  readonly line: Span;
  readonly expected: string;
}

function paired(markers: readonly Marker[]): { parts: FoundPart[]; troubles: Trouble[] } {
  const parts: FoundPart[] = [];
  const troubles: Trouble[] = [];
  const open = new Map<string, Marker>();
  const seen = new Set<string>();
  for (const { kind, name, line, listed } of markers) {
    const begun = open.get(name);
    if (kind === 'begin') {
      if (begun || seen.has(name)) troubles.push({ name, line, expected: `the part “${name}” only once` });
      open.set(name, { kind, name, line, listed });
      seen.add(name);
    } else if (!begun) {
      troubles.push({ name, line, expected: `a line “outloud:begin ${name}” above` });
    } else {
      open.delete(name);
      if (listed) parts.push({ name, begin: begun.line, end: line, listed });
      else troubles.push({ name, line, expected: 'the list in this line as Out Loud wrote it' });
    }
  }
  for (const { name, line } of open.values())
    troubles.push({ name, line, expected: `a line “outloud:end ${name}” below` });
  return { parts: parts.toSorted((a, b) => a.begin.start - b.begin.start), troubles: [...troubles, ...tangled(parts)] };
}

/** Parts that reach into each other. */
function tangled(parts: readonly FoundPart[]): Trouble[] {
  return parts
    .filter(part => parts.some(other => other !== part && overlap(part, other)))
    .map(({ name, begin }) => ({
      name,
      line: begin,
      expected: 'no other generated part inside this one',
    }));
}

function overlap(one: FoundPart, other: FoundPart): boolean {
  return one.begin.start < other.end.start && other.begin.start < one.end.start;
}

function markerAt(line: Line): Marker | undefined {
  const [, kind, name, list = ''] = marker.exec(line.text) ?? [];
  if ((kind !== 'begin' && kind !== 'end') || name === undefined) return undefined;
  const listed = words(list).map(listedAt);
  return { kind, name, line, listed: listed.every(one => one !== undefined) ? listed : undefined };
}

function listedAt(word: string): ListedFact | undefined {
  const [, key, name, hash] = entry.exec(word) ?? [];
  if (key === undefined || hash === undefined) return undefined;
  return { key, ...(name === undefined ? {} : { name }), hash };
}

function words(list: string): string[] {
  return list.split(/\s+/).filter(word => word !== '');
}

function problem(line: Span, expected: string, detail: string): Problem {
  return { code: 'part-broken', at: { start: line.start, end: line.end }, expected, detail };
}
