import type { Head, HeadValue } from '../core/note/note.ts';
import type { NotePath } from '../core/note/notePath.ts';
import type { Problem } from '../core/note/problem.ts';
import type { Known } from './noteTable.ts';

/** Raised whenever a note would be read differently from before: an older cache is then dropped. */
const format = 'out-loud notes 1';
const notesPerChunk = 250;

/** One note as JSON writes it shortest. */
type Row = [
  path: string,
  size: number,
  mtime: number,
  inode: number,
  type: string | null,
  title: string,
  bodyStart: number,
  isPrivate: 0 | 1,
  keys: string[],
  values: HeadValue[],
  problems?: readonly Problem[],
];

/** An index as bytes: a line that names the format, then lines of JSON, so that no step takes long. */
export async function encodeShelf(known: readonly Known<NotePath>[], pause: () => Promise<void>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(`${format}\n`)];
  for (let i = 0; i < known.length; i += notesPerChunk) {
    const rows = known.slice(i, i + notesPerChunk).filter(isKept);
    parts.push(encoder.encode(`${JSON.stringify(rows.map(rowOf))}\n`));
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
    const rows = JSON.parse(decoder.decode(bytes.subarray(start, end))) as Row[];
    yield rows.map(knownOf<P>);
    start = end + 1;
  }
}

/** A note an event made us read may show what an editor holds and the disk does not: it is read again next time. */
function isKept(known: Known<NotePath>): boolean {
  return known.print === undefined;
}

function rowOf({ file, note }: Known<NotePath>): Row {
  const { path, type = null, title, head, bodyStart, isPrivate, problems } = note;
  const row: Row = [
    path,
    file.size,
    file.mtime,
    file.inode,
    type,
    title,
    bodyStart,
    isPrivate ? 1 : 0,
    Object.keys(head),
    Object.values(head),
  ];
  if (problems.length > 0) row.push(problems);
  return row;
}

function knownOf<P extends NotePath>(row: Row): Known<P> {
  const [name, size, mtime, inode, type, title, bodyStart, isPrivate, keys, values, problems = none] = row;
  const path = name as P;
  const head = Object.create(null) as Record<string, HeadValue>;
  for (let i = 0; i < keys.length; i += 1) head[keys[i] ?? ''] = plain(values[i] ?? null);
  const note = {
    path,
    type: (type ?? undefined) as Known<P>['note']['type'],
    title,
    head: head as Head,
    bodyStart,
    isPrivate: isPrivate === 1,
    problems,
  };
  return { file: { path, size, mtime, inode }, note };
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
