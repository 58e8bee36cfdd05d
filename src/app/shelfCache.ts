import type { Head, HeadValue } from '../core/note/note.ts';
import type { NotePath } from '../core/note/notePath.ts';
import type { Problem } from '../core/note/problem.ts';
import type { Known } from './noteTable.ts';

/** Raised whenever a note would be read differently from before: an older cache is then dropped. */
const format = 'out-loud notes 1';
const notesPerChunk = 250;

/** Some notes as JSON writes them shortest: what they have in common stands once. */
interface Chunk {
  /** The folders they lie in, and the keys their heads have, joined by spaces. */
  readonly common: readonly string[];
  readonly rows: readonly Row[];
}

/** One note; `folder` and `keys` are places in what is common. */
type Row = [
  folder: number,
  name: string,
  size: number,
  mtime: number,
  inode: number,
  type: string | 0,
  title: string,
  bodyStart: number,
  isPrivate: 0 | 1,
  keys: number,
  values: HeadValue[],
  problems?: readonly Problem[],
];

/** An index as bytes: a line that names the format, then lines of JSON, so that no step takes long. */
export async function encodeShelf(known: readonly Known<NotePath>[], pause: () => Promise<void>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(`${format}\n`)];
  for (let i = 0; i < known.length; i += notesPerChunk) {
    const chunk = chunkOf(known.slice(i, i + notesPerChunk).filter(isKept));
    parts.push(encoder.encode(`${JSON.stringify(chunk)}\n`));
    await pause();
  }
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The index again, chunk by chunk. Bytes of another format, or none, give nothing. */
export function* decodeShelf<P extends NotePath>(bytes: Uint8Array | undefined): Iterable<readonly Known<P>[]> {
  if (bytes === undefined) return;
  const decoder = new TextDecoder();
  let start = bytes.indexOf(10) + 1;
  if (decoder.decode(bytes.subarray(0, start)) !== `${format}\n`) return;
  for (let end = bytes.indexOf(10, start); end !== -1; end = bytes.indexOf(10, start)) {
    const chunk = parse(decoder.decode(bytes.subarray(start, end)));
    if (chunk === undefined) return;
    const { common, rows } = chunk;
    const keys = common.map(text => text.split(' '));
    yield rows.map(row => knownOf<P>(row, common, keys));
    start = end + 1;
  }
}

function parse(line: string): Chunk | undefined {
  try {
    return JSON.parse(line) as Chunk;
  } catch {
    return undefined; // torn: what follows is read anew
  }
}

/** A note an event made us read may show what an editor holds and the disk does not: it is read again next time. */
function isKept(known: Known<NotePath>): boolean {
  return known.print === undefined;
}

function chunkOf(known: readonly Known<NotePath>[]): Chunk {
  const places = new Map<string, number>();
  const placeOf = (text: string) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const rows = known.map(({ file, note }): Row => {
    const name = note.path.lastIndexOf('/') + 1;
    const keys = Object.keys(note.head);
    const isPlain = keys.every(key => !key.includes(' ') && key !== '');
    const { size, mtime, inode } = file;
    const row: Row = [
      placeOf(note.path.slice(0, name)),
      note.path.slice(name),
      size,
      mtime,
      inode,
      note.type ?? 0,
      note.title,
      note.bodyStart,
      note.isPrivate ? 1 : 0,
      isPlain ? placeOf(keys.join(' ')) : -1,
      isPlain ? Object.values(note.head) : [note.head],
    ];
    if (note.problems.length > 0) row.push(note.problems);
    return row;
  });
  return { common: [...places.keys()], rows };
}

function knownOf<P extends NotePath>(
  row: Row,
  common: readonly string[],
  keys: readonly (readonly string[])[],
): Known<P> {
  const [folder, name, size, mtime, inode, type, title, bodyStart, isPrivate, keyPlace, values, problems = none] = row;
  const path = ((common[folder] ?? '') + name) as P;
  const note = {
    type: (type === 0 ? undefined : type) as Known<P>['note']['type'],
    title,
    head: headOf(keys[keyPlace], values),
    bodyStart,
    isPrivate: isPrivate === 1,
    problems,
    path,
  };
  return { file: { path, size, mtime, inode }, note };
}

function headOf(keys: readonly string[] | undefined, values: readonly HeadValue[]): Head {
  if (keys === undefined) return plain(values[0] ?? null) as Head;
  const head = Object.create(null) as Record<string, HeadValue>;
  for (let i = 0; i < values.length; i += 1) head[keys[i] ?? ''] = plain(values[i] ?? null);
  return head;
}

const none: readonly Problem[] = [];

/** A value of a head as the head readers make it: maps have no prototype. */
function plain(value: HeadValue): HeadValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.some(item => typeof item === 'object') ? value.map(plain) : value;
  const map = Object.create(null) as Record<string, HeadValue>;
  for (const [key, item] of Object.entries(value)) map[key] = plain(item);
  return map;
}

function isList(value: HeadValue): value is readonly HeadValue[] {
  return Array.isArray(value);
}
