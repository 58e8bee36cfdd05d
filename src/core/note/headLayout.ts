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
  let open = '';
  for (const line of linesOf(text.slice(0, head.end), head.start)) {
    const [spaces = ''] = /^ */.exec(line.text) ?? [];
    const rest = line.text.slice(spaces.length);
    if (rest.trim() === '') continue;
    const last = entries.at(-1);
    const isBelow = last !== undefined && (spaces.length > (indent ?? '').length || /^(?:-(?:\s|$)|[\]}])/.test(rest));
    if (isBelow) {
      if (rest.startsWith('#') && !keepsComments(open)) continue;
      entries[entries.length - 1] = { ...last, end: line.next };
      open ||= rest;
      continue;
    }
    if (rest.startsWith('#')) continue;
    const key = keyStart.exec(rest);
    if (!key || spaces !== (indent ?? spaces)) return undefined;
    indent = spaces;
    const entry = entryAt(line.text, line.start, spaces.length, key);
    open = text.slice(entry.valueAt.start, entry.valueAt.end);
    entries.push({ ...entry, below: line.next, end: line.next });
  }
  return { entries, indent: indent ?? '' };
}

/** In a block of text, and inside quotes, a line with a hash is no comment; below a value of one line it is. */
function keepsComments(open: string): boolean {
  return /^(?:["'[{|>]|-(?:\s|$))/.test(open);
}

const keyStart =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s\-?:,[\]{}#&*!|>'"%@`](?:[^:#]|:(?!\s|$)|(?<!\s)#)*|[-?:](?=\S)(?:[^:#]|:(?!\s|$)|(?<!\s)#)*)[ \t]*:(?=[ \t]|$)/;

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
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=[ \t]*$|[ \t]+#)/.exec(rest)?.[0];
  if (quoted !== undefined) return quoted;
  if (/^["']/.test(rest)) return rest.trimEnd(); // goes on below
  const comment = /^[[{]/.test(rest) ? afterBrackets(rest) : rest.search(/[ \t]#/);
  return (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
}

/** Where a comment begins behind a flow list or map; -1 where there is none, or it goes on below. */
function afterBrackets(rest: string): number {
  const part = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{}]|[ \t]#/g;
  let depth = 0;
  for (const { 0: found, index } of rest.matchAll(part)) {
    if (found === '[' || found === '{') depth++;
    else if (found === ']' || found === '}') depth--;
    else if (/^[ \t]#$/.test(found)) return depth === 0 ? index : -1;
  }
  return -1;
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
