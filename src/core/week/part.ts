import { fingerprint } from '../note/fingerprint.ts';

/** Something a generated part tells: a piece of work, an entry of the log, a plan. */
export interface Fact {
  /** What it stays known by when its words change: a patch-id, a note's path. */
  readonly id: string;
  /** Ids of what went into it: its other commits. A line of theirs that is still the tool's gives way to this one. */
  readonly covers?: readonly string[];
  /** What it is still recognised by when its id changed: an amended commit keeps its sentence. */
  readonly name?: string;
  /** Its words. A whole line (`- …`) where it stands alone, else what stands in the group. */
  readonly markdown: string;
}

/** One line of a generated part; `also` folds several facts into a block of lines. */
export interface PartLine {
  readonly facts: readonly Fact[];
  /** Where several facts share the line: what stands around and between them. The beginning tells groups apart. */
  readonly group?: { readonly before: string; readonly between: string; readonly after: string };
  /** Written once and never changed after: a plan with its box. */
  readonly once?: boolean;
}

/** A generated part of a note, as it should read now. */
export interface Part {
  /** `worked-on`: lower-case letters and dashes. */
  readonly name: string;
  /** `## Worked on`; placed only where the note has no such heading. */
  readonly heading?: string;
  readonly lines: readonly PartLine[];
  /** Ids of facts that are no longer true: what the tool still owns of them goes. */
  readonly retired?: readonly string[];
}

/** One fact as the end marker lists it. */
export interface ListedFact {
  readonly key: string;
  /** Fingerprint of the fact's {@link Fact.name}. */
  readonly name?: string;
  /** Fingerprint of the line the tool last wrote for it. */
  readonly hash: string;
}

const shortest = 6;

/** The words of a line with these of its facts. What could swallow our markers is defused: one of their kind, or a fence. */
export function printLine(line: PartLine, facts: readonly Fact[] = line.facts): string {
  const { before, between, after } = line.group ?? { before: '', between: '', after: '' };
  const words = before + facts.map(fact => fact.markdown).join(between) + after;
  return words
    .replace(/<!--(?=\s*outloud:)/g, String.raw`\<!--`)
    .replace(/^(\s*(?:(?:[-*+]|\d+[.)])\s+)*)(?=`{3}|~{3})/gm, '$1\\');
}

/** A fact's full key: a patch-id's own digits, else the fingerprint of its id. Notes hold its beginning. */
export function fullKey(id: string): string {
  return /^[0-9a-f]{40,64}$/.test(id) ? id : fingerprint(id);
}

/** The fact's line as the end marker lists it; its key is as long as it takes to differ from the taken ones. */
export function listFact(fact: Fact, line: string, taken: ReadonlySet<string>): ListedFact {
  const key = fullKey(fact.id);
  let length = shortest;
  while (length < key.length && [...taken].some(other => other.startsWith(key.slice(0, length)))) length++;
  return listed(key.slice(0, length), fact, line);
}

/** A listed fact, with the words it has now. */
export function listed(key: string, fact: Fact, line: string): ListedFact {
  return { key, ...(fact.name === undefined ? {} : { name: shortName(fact.name) }), hash: lineHash(line) };
}

/** How a fact's name is listed. */
export function shortName(name: string): string {
  return fingerprint(name).slice(0, 6);
}

/** Tells whether a line is still as the tool wrote it; line endings and trailing space don't count. */
export function lineHash(line: string): string {
  return fingerprint(line.replace(/[ \t\r]+(?=\n|$)/g, '')).slice(0, 6);
}

/** A part that is not in the note yet, markers and all; undefined where it has nothing to tell. */
export function printPart(part: Part, options: { readonly heading: boolean } = { heading: true }): string | undefined {
  const lines = part.lines.filter(line => line.facts.length > 0);
  if (lines.length === 0) return undefined;
  const words = lines.map(line => printLine(line));
  const taken = new Set<string>();
  const entries = lines.flatMap((line, index) =>
    line.facts.map(fact => {
      const entry = listFact(fact, words[index] ?? '', taken);
      taken.add(entry.key);
      return entry;
    }),
  );
  const heading = options.heading && part.heading !== undefined ? [part.heading, ''] : [];
  return [printBegin(part.name), ...heading, joinLines(words), printEnd(part.name, entries)].join('\n');
}

/** Lines under each other; a folded block stands apart. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((above, line) => (above === '' ? line : above + gap(above, line) + line), '');
}

/** The line break between two lines of a part. */
export function gap(above: string, below: string): string {
  return above.endsWith('</details>') || below.startsWith('<details') ? '\n\n' : '\n';
}

export function printBegin(name: string): string {
  return `<!-- outloud:begin ${name} -->`;
}

export function printEnd(name: string, entries: readonly ListedFact[]): string {
  const list = entries.map(({ key, name: alias, hash }) => `${key}${alias === undefined ? '' : `.${alias}`}:${hash}`);
  return `<!-- outloud:end ${[name, ...list].join(' ')} -->`;
}

/** The note's memory of which parts it was ever given: one of these that is absent was deleted by the person. */
export function printKnown(names: readonly string[]): string {
  return `<!-- outloud:parts ${names.join(' ')} -->`;
}
