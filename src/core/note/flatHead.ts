import type { Head, HeadValue } from './note.ts';
import { isPlainSource, resolvePlain } from './plainScalar.ts';

/** An empty head: an object without a prototype, so that no key of a note can be mistaken for one of the language's. */
export function emptyHead(): Record<string, HeadValue> {
  return Object.create(null) as Record<string, HeadValue>;
}

/**
 * Reads front matter that is flat: `key: scalar`, `key: [a, b]` and lists of scalars below a key. Undefined where it is
 * anything else, or where there is the least doubt: then a whole YAML parser has to look. A property in
 * `test/core/note` proves that both say the same.
 */
export function readFlatHead(yaml: string): Head | undefined {
  if (oddCharacter.test(yaml)) return undefined;
  const head = emptyHead();
  let list: { readonly key: string; readonly items: HeadValue[]; indent: number } | undefined;
  for (const line of yaml.split(yaml.includes('\r') ? /\r?\n/ : '\n')) {
    const first = line[0];
    if (first === undefined || first === '#') continue;
    if (first === ' ' || first === '-') {
      const indent = line.indexOf('-');
      const value = scalar(trimmed(line, indent + 1));
      if (!list || value === undefined || !isItem(line, indent)) return undefined;
      if (list.items.length > 0 && list.indent !== indent) return undefined;
      list.indent = indent;
      list.items.push(value);
      head[list.key] = list.items;
    } else {
      const colon = line.indexOf(':');
      const key = line.slice(0, colon);
      if (colon < 0 || !keyName.test(key) || key in head || refusedKeys.has(key)) return undefined;
      const source = trimmed(line, colon + 1);
      const value = source === '' ? null : valueOf(source);
      if (value === undefined || (source !== '' && line[colon + 1] !== ' ')) return undefined;
      head[key] = value;
      list = source === '' ? { key, items: [], indent: 0 } : undefined;
    }
  }
  return head;
}

/** Control characters and what some take for a line's end, but for line breaks: a whole parser decides about those. */
const oddCharacter = /(?!\r?\n)[\p{Cc}\u2028\u2029\ufeff]/u;
const keyName = /^[A-Za-z_][\w-]{0,63}$/;

/** Keys that JavaScript has a meaning for; a note that names one is refused. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Whether a line is spaces, a dash and a space: `  - `. */
function isItem(line: string, dash: number): boolean {
  return line[dash + 1] === ' ' && (dash === 0 || /^ +-/.test(line));
}

function valueOf(source: string): HeadValue | undefined {
  if (!source.startsWith('[')) return scalar(source);
  if (!source.endsWith(']')) return undefined;
  const inside = trimmed(source, 1, source.length - 1);
  if (inside === '') return [];
  const items: HeadValue[] = [];
  for (const part of inside.split(',')) {
    const text = trimmed(part);
    const value = text === '' || /[:[\]{}#\t]/.test(text) ? undefined : scalar(text);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}

function scalar(source: string): string | number | boolean | null | undefined {
  const quoted = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')$/.exec(source);
  if (quoted) return quoted[1] ?? quoted[2]?.replaceAll("''", "'");
  return isPlainSource(source) ? resolvePlain(source) : undefined;
}

/** A stretch of a line without the spaces around it: only those, as other blanks belong to a plain scalar. */
function trimmed(line: string, from = 0, to = line.length): string {
  let [start, end] = [from, to];
  while (start < end && line[start] === ' ') start++;
  while (end > start && line[end - 1] === ' ') end--;
  return line.slice(start, end);
}
