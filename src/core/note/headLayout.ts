import { linesOf } from './noteText.ts';
import type { Span } from './problem.ts';

/** One top-level key of a head, by the places of its parts in the note's text. */
export interface HeadEntry {
  readonly key: string;
  /** The key itself, its quotes included. */
  readonly keyAt: Span;
  /** Behind the colon. */
  readonly colon: number;
  /** What stands behind the colon on the key's line, without the spaces and the comment around it; may be empty. */
  readonly valueAt: Span;
  /** Where the key's line begins. */
  readonly start: number;
  /** Where the line below the key's begins. */
  readonly below: number;
  /** Behind the last line that belongs to it; `below` where that is the key's own. */
  readonly end: number;
  /** Behind the comments below it that are indented, so that they go where it goes. */
  readonly tail: number;
}

/** The top-level keys of a head, and where another one could be added. */
export interface HeadLayout {
  readonly entries: readonly HeadEntry[];
  /** The spaces before each of them, nearly always none. */
  readonly indent: string;
}

/**
 * Where the top-level keys of a head stand, by its lines alone. Right for every head a YAML parser reads without a
 * problem; undefined where it is written in a form we do not edit, such as one `{…}` or `? key`.
 */
export function layoutOf(text: string, head: Span): HeadLayout | undefined {
  const entries: HeadEntry[] = [];
  let indent: string | undefined;
  let keepsComments = false; // whether a line with a hash may be part of the value
  for (const line of linesOf(text.slice(0, head.end), head.start)) {
    const [spaces = ''] = /^ */.exec(line.text) ?? [];
    const rest = line.text.slice(spaces.length);
    const last = entries.at(-1);
    if (rest.trim() === '') continue;
    if (last && (spaces.length > (indent ?? '').length || /^(?:-(?:\s|$)|[\]}])/.test(rest))) {
      const isComment = rest.startsWith('#') && !keepsComments;
      entries[entries.length - 1] = { ...last, tail: line.next, end: isComment ? last.end : line.next };
      if (isComment) continue;
      keepsComments ||= /(?:^|[-?:][ \t]+)["'[{|>]/.test(rest);
    } else if (!rest.startsWith('#')) {
      const key = keyStart.exec(rest);
      if (!key || spaces !== (indent ?? spaces)) return undefined;
      indent = spaces;
      const entry = entryAt(line.text, line.start, spaces.length, key);
      keepsComments = goesOn(text.slice(entry.valueAt.start, entry.valueAt.end));
      entries.push({ ...entry, below: line.next, end: line.next, tail: line.next });
    }
  }
  return { entries, indent: indent ?? '' };
}

/** A quoted key or a plain one, up to the colon behind it. */
const keyStart =
  /^("(?:[^"\\]|\\.)*"[ \t]*|'(?:[^']|'')*'[ \t]*|(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))(?:[^:#]|:(?!\s|$)|(?<!\s)#)*):(?=[ \t]|$)/;

function entryAt(line: string, start: number, indent: number, [all, name = '']: RegExpExecArray) {
  const behind = indent + all.length;
  const from = behind + (/^[ \t]*/.exec(line.slice(behind))?.[0].length ?? 0);
  const to = from + inlineValue(line.slice(from)).length;
  const keyAt = { start: start + indent, end: start + indent + name.trimEnd().length };
  const valueAt = { start: start + from, end: start + to };
  return { key: keyOf(name.trimEnd()), keyAt, colon: start + behind, valueAt, start };
}

/** A value as far as it stands on the key's line, without the comment behind it. */
function inlineValue(rest: string): string {
  if (rest.startsWith('#')) return '';
  if (/^["'[{]/.test(rest)) return rest.slice(0, closedAt(rest)).trimEnd();
  const comment = rest.search(/[ \t]#/);
  return (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
}

/** Whether a value is a block of text, or a quote or bracket closed only below: there a hash begins no comment. */
function goesOn(value: string): boolean {
  return /^[|>]/.test(value) || (/^["'[{]/.test(value) && closedAt(value) === undefined);
}

/** Where a quoted text, a flow list or a flow map ends on its line; undefined where it goes on below. */
function closedAt(value: string): number | undefined {
  let depth = 0;
  for (const { 0: part, index } of value.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|["'[\]{}]|[ \t]#/g)) {
    if (/^(?:["']|\s#)$/.test(part)) return undefined;
    if (part === '[' || part === '{') depth++;
    else if (part === ']' || part === '}') depth--;
    if (depth === 0) return index + part.length;
  }
  return undefined;
}

function keyOf(source: string): string {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.startsWith('"')) return source;
  try {
    return String(JSON.parse(source));
  } catch {
    return source; // an escape only YAML has: a key we never look for
  }
}
