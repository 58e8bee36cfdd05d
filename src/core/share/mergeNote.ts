import { eolOf } from '../note/noteText.ts';
import { bodyStartOf } from '../note/sections.ts';
import { findParts } from '../week/generatedPart.ts';
import { printKnown } from '../week/part.ts';
import { combineLines } from './combineLines.ts';
import { mergeLines, type MergedStretch } from './mergeLines.ts';
import { mergePartTexts } from './mergePartTexts.ts';

/** One note from two. */
export interface MergedNote {
  readonly text: string;
  /** Otherwise both versions stand in it, between git's markers, and a person must choose. */
  readonly isClean: boolean;
}

/** A note before two clones changed it, and what each of them made of it. */
export interface NoteSides {
  /** Empty where both made it. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges what two clones made of one note. Generated parts are merged fact by fact; around them lines that only one side changed
 * are taken from there, and what both put in at one place stands there from both, once where it is the same.
 */
export function mergeNote({ base, ours, theirs }: NoteSides): MergedNote {
  if (ours === theirs || theirs === base) return { text: ours, isClean: true };
  if (ours === base) return { text: theirs, isClean: true };
  const eol = eolOf(ours);
  const [old, mine, other] = [base, ours, theirs].map(text => text.replaceAll('\r\n', '\n')) as [
    string,
    string,
    string,
  ];
  const sides = [old, mine, other].map(text => new Placeheld(text)) as [Placeheld, Placeheld, Placeheld];
  const heads = sides.map(({ head }) => linesOf(head)) as Three;
  const bodies = sides.map(({ body }) => linesOf(body)) as Three;
  const head = joined(mergeLines(...heads), hasNoTwins);
  const body = joined(mergeLines(...bodies), () => true);
  const merged = head.text + body.text;
  const [a, b, c] = sides;
  const text = merged.replace(placeheld, (_, name: string) =>
    name === ''
      ? printKnown(unique(b.known, c.known))
      : mergePartTexts(a.part(name), b.part(name) || c.part(name), c.part(name) || b.part(name)),
  );
  return {
    text: eol === '\n' ? text : text.replaceAll('\n', eol),
    isClean: head.isClean && body.isClean && hasNoTwins([head.text]),
  };
}

type Three = [readonly string[], readonly string[], readonly string[]];

/** No note holds it: one that does is refused. */
const mark = '\u0000';
const placeheld = new RegExp(`${mark}part ([a-z-]*)${mark}`, 'g');

/** A note in which a line of ours stands for each generated part, so that both sides' lines agree whatever the parts say. */
class Placeheld {
  readonly head: string;
  readonly body: string;
  readonly known: readonly string[];
  readonly #parts: ReadonlyMap<string, string>;

  constructor(text: string) {
    const { parts, known } = findParts(text);
    const start = bodyStartOf(text);
    const stretches = [
      ...parts.map(({ name, begin, end }) => ({ name, start: begin.start, end: end.end })),
      ...(known ? [{ name: '', start: known.line.start, end: known.line.end }] : []),
    ].sort((one, other) => one.start - other.start);
    let body = '';
    let at = start;
    for (const stretch of stretches) {
      body += `${text.slice(at, stretch.start)}${mark}part ${stretch.name}${mark}`;
      at = stretch.end;
    }
    this.head = text.slice(0, start);
    this.body = body + text.slice(at);
    this.known = known?.names ?? [];
    this.#parts = new Map(stretches.map(({ name, start: from, end }) => [name, text.slice(from, end)]));
  }

  part(name: string): string {
    return this.#parts.get(name) ?? '';
  }
}

/** Lines with their ends, so that a missing last one is a difference too. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

type IsGood = (lines: readonly string[]) => boolean;

function joined(stretches: readonly MergedStretch[], isGood: IsGood): MergedNote {
  let isClean = true;
  const texts = stretches.map(stretch => {
    if ('lines' in stretch) return stretch.lines.join('');
    const { base, ours, theirs } = stretch;
    const combined = combineLines(withoutEmpty(base), ours, theirs);
    if (combined && isGood(combined)) return combined.join('');
    isClean = false;
    return `<<<<<<< here\n${ended(ours)}=======\n${ended(theirs)}>>>>>>> there\n`;
  });
  return { text: texts.join(''), isClean };
}

/** Where there were only empty lines, both sides began anew. */
function withoutEmpty(lines: readonly string[]): readonly string[] {
  return lines.every(line => line.trim() === '') ? [] : lines;
}

function ended(lines: readonly string[]): string {
  const text = lines.join('');
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Whether each key of a head stands there once. */
function hasNoTwins(lines: readonly string[]): boolean {
  const text = lines.join('');
  const keys = text.split('\n').flatMap(line => /^([A-Za-z][\w-]*):/.exec(line)?.[1] ?? []);
  return new Set(keys).size === keys.length;
}

function unique(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
