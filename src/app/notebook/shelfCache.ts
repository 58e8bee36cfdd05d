import type { Head, HeadValue } from '../../core/note/note.ts';
import type { NotePath } from '../../core/note/notePath.ts';
import type { Problem } from '../../core/note/problem.ts';
import type { Known } from './noteTable.ts';

/** Raised whenever a note would be read differently from before: an older cache is then dropped. */
const format = 'out-loud notes 4';
const notesPerChunk = 250;

/** Some notes as JSON writes them shortest: what they have in common stands once. */
interface Chunk {
  readonly folders: readonly string[];
  readonly rows: readonly Row[];
}

/** One note; `folder` is a place in what is common. */
type Row = [
  folder: number,
  name: string,
  size: number,
  mtime: number,
  inode: number,
  type: string | 0,
  title: string,
  bodyStart: number,
  head: Head,
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
    yield chunk.rows.map(row => knownOf<P>(row, chunk.folders));
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

/**
 * A note an event made us read may show what an editor holds and the disk does not: it is read again next time. So is a private
 * one that somebody put among the shared notes: no word of it is kept anywhere else.
 */
function isKept({ print, note }: Known<NotePath>): boolean {
  return print === undefined && !note.isPrivate;
}

function chunkOf(known: readonly Known<NotePath>[]): Chunk {
  const places = new Map<string, number>();
  const rows = known.map(({ file, note }): Row => {
    const name = note.path.lastIndexOf('/') + 1;
    const folder = note.path.slice(0, name);
    const place = places.get(folder) ?? places.size;
    places.set(folder, place);
    const { size, mtime, inode } = file;
    const { type = 0, title, bodyStart, head, problems } = note;
    const row: Row = [place, note.path.slice(name), size, mtime, inode, type, title, bodyStart, head];
    if (problems.length > 0) row.push(problems);
    return row;
  });
  return { folders: [...places.keys()], rows };
}

function knownOf<P extends NotePath>(row: Row, folders: readonly string[]): Known<P> {
  const [folder, name, size, mtime, inode, type, title, bodyStart, head, problems = none] = row;
  const path = ((folders[folder] ?? '') + name) as P;
  const note = {
    type: (type === 0 ? undefined : type) as Known<P>['note']['type'],
    title,
    head: withoutPrototype(head),
    bodyStart,
    isPrivate: false, // no other is kept
    problems,
    path,
  };
  return { file: { path, size, mtime, inode }, note };
}

const none: readonly Problem[] = [];

/** A map as the head readers make it, and those in it: nothing is inherited. Changing what JSON made is the fastest way. */
function withoutPrototype<T extends object>(map: T): T {
  Object.setPrototypeOf(map, null);
  for (const key in map) free(map[key] as HeadValue);
  return map;
}

function free(value: HeadValue): void {
  if (typeof value !== 'object' || value === null) return;
  if (!isList(value)) withoutPrototype(value);
  else for (const item of value) free(item);
}

function isList(value: HeadValue): value is readonly HeadValue[] {
  return Array.isArray(value);
}
