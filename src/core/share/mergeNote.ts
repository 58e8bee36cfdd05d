import { bodyStartOf } from '../note/sections.ts';
import { findParts } from '../week/generatedPart.ts';
import { printKnown } from '../week/part.ts';
import { combineLines, stepsOf } from './combineLines.ts';
import { withLineEnds } from './withLineEnds.ts';
import { mergeLines, type MergedStretch } from './mergeLines.ts';
import { mergePartTexts } from './mergePartTexts.ts';

/** One note from two. */
export interface MergedNote {
  readonly text: string;
  /** Otherwise both versions stand in it, between git's markers, and a person must choose. */
  readonly isClean: boolean;
  /** The note with the old lines at each place where she must choose, with those of this side, and with the other's. */
  readonly versions: NoteSides;
  /** The places where she must choose, with the line ends of a repository. */
  readonly places: readonly NoteSides[];
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
  if (ours === theirs || theirs === base) return settledOn(ours);
  if (ours === base) return settledOn(theirs);
  const [old, mine, other] = [base, ours, theirs].map(text => text.replaceAll('\r\n', '\n')) as [
    string,
    string,
    string,
  ];
  const sides = [old, mine, other].map(text => new Placeheld(text)) as [Placeheld, Placeheld, Placeheld];
  const heads = sides.map(({ head }) => linesOf(head)) as Three;
  const bodies = sides.map(({ body }) => linesOf(body)) as Three;
  const steps = { ours: stepsOf(bodies[1]), theirs: stepsOf(bodies[2]) };
  const [head, body] = [joinedHead(heads), joined(mergeLines(...bodies), stretch => combined(stretch, steps))];
  const [a, b, c] = sides;
  const whole = (which: keyof Joined['texts']) => {
    const text = (head.texts[which] + body.texts[which]).replace(placeheld, (_, name: string) =>
      name === ''
        ? printKnown(unique(b.known, c.known))
        : mergePartTexts(a.part(name), b.part(name) || c.part(name), c.part(name) || b.part(name)),
    );
    return withLineEnds(text, { ours, theirs });
  };
  const places = [...head.places, ...body.places];
  const versions = { base: whole('base'), ours: whole('ours'), theirs: whole('theirs') };
  return { text: whole('marked'), isClean: places.length === 0, versions, places };
}

function settledOn(text: string): MergedNote {
  return { text, isClean: true, versions: { base: text, ours: text, theirs: text }, places: [] };
}

/** Whether a place where she must choose has nothing of either side any more: then she may not have chosen yet. */
export function isUndecided(places: readonly NoteSides[], text: string): boolean {
  const there = new Set(text.split(/\r?\n/));
  return places.some(({ base, ours, theirs }) => {
    const before = new Set(base.split('\n'));
    const fresh = `${ours}\n${theirs}`.split('\n').filter(line => line.trim() !== '' && !before.has(line));
    return fresh.length > 0 && fresh.every(line => !there.has(line));
  });
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

/** Lines put together again, once for each way of choosing where a person must. */
interface Joined {
  readonly texts: Readonly<Record<'marked' | keyof NoteSides, string>>;
  readonly places: readonly NoteSides[];
}

/** Where lines go well together but a key stands there twice, she chooses between the whole tops. */
function joinedHead([base, ours, theirs]: Three): Joined {
  const head = joined(mergeLines(base, ours, theirs), stretch => {
    const lines = combined(stretch, noSteps);
    return lines && hasNoTwins(lines) ? lines : undefined;
  });
  if (head.places.length > 0 || hasNoTwins([head.texts.marked])) return head;
  return joined([{ base, ours, theirs }], () => undefined);
}

function joined(stretches: readonly MergedStretch[], settle: Settle): Joined {
  const texts = { marked: '', base: '', ours: '', theirs: '' };
  const places: NoteSides[] = [];
  for (const stretch of stretches) {
    const lines = 'lines' in stretch ? stretch.lines : settle(stretch);
    const place = 'lines' in stretch ? undefined : placeOf(stretch);
    const text = lines?.join('') ?? '';
    for (const which of ['base', 'ours', 'theirs'] as const)
      texts[which] += lines === undefined ? (place?.[which] ?? '') : text;
    if (lines === undefined && place) places.push(place);
    texts.marked +=
      lines === undefined && place ? `<<<<<<< here\n${place.ours}=======\n${place.theirs}>>>>>>> there\n` : text;
  }
  return { texts, places };
}

type Clashing = Exclude<MergedStretch, { readonly lines: readonly string[] }>;

/** One answer to a stretch in which both sides changed lines; undefined where a person must choose. */
type Settle = (stretch: Clashing) => readonly string[] | undefined;

const noSteps = { ours: stepsOf([]), theirs: stepsOf([]) };

function combined({ base, ...sides }: Clashing, steps: typeof noSteps): readonly string[] | undefined {
  return combineLines({ base: withoutEmpty(base), ...sides }, steps);
}

function placeOf({ base, ours, theirs }: Clashing): NoteSides {
  return { base: ended(base), ours: ended(ours), theirs: ended(theirs) };
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
