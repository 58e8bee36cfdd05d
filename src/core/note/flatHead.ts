import type { Head, HeadValue } from './note.ts';
import { isPlainSource, oddCharacter, resolvePlain } from './plainScalar.ts';

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
  if (/\r(?!\n)/.test(yaml)) return undefined;
  const head = emptyHead();
  let list: { key: string; items: HeadValue[]; indent: number } | undefined;
  for (let start = 0; start < yaml.length;) {
    const newline = yaml.indexOf('\n', start);
    const next = newline < 0 ? yaml.length : newline + 1;
    const last = newline < 0 ? yaml.length : newline;
    const line = yaml.slice(start, yaml[last - 1] === '\r' && last > start ? last - 1 : last);
    start = next;
    if (line === '' || (line.startsWith('#') && isPlainComment(line))) continue;
    const item = /^( *)- +(.*)$/s.exec(line);
    if (item) {
      const [, indent = '', source = ''] = item;
      const value = scalar(trimmed(source));
      if (!list || value === undefined || (list.items.length > 0 && list.indent !== indent.length)) return undefined;
      list.indent = indent.length;
      list.items.push(value);
      head[list.key] = list.items;
      continue;
    }
    const [, key, source] = keyLine.exec(line) ?? [];
    if (key === undefined || key in head || refusedKeys.has(key)) return undefined;
    const value = source === undefined ? null : valueOf(trimmed(source));
    if (value === undefined) return undefined;
    head[key] = value;
    list = source === undefined ? { key, items: [], indent: 0 } : undefined;
  }
  return head;
}

/** Keys that JavaScript has a meaning for; a note that names one is refused. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

const keyLine = /^([A-Za-z_][\w-]{0,63}):(?: +(\S.*)| *)$/s;

function isPlainComment(line: string): boolean {
  return !oddCharacter.test(line);
}

function valueOf(source: string): HeadValue | undefined {
  if (!source.startsWith('[')) return scalar(source);
  if (!source.endsWith(']')) return undefined;
  const inside = trimmed(source.slice(1, -1));
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
  if (oddCharacter.test(source)) return undefined;
  const quoted = /^(?:"([^"\\]*)"|'((?:[^']|'')*)')$/.exec(source);
  if (quoted) return quoted[1] ?? quoted[2]?.replaceAll("''", "'");
  return isPlainSource(source) ? resolvePlain(source) : undefined;
}

/** Without the spaces around it: only those, as other blanks belong to a plain scalar. */
function trimmed(source: string): string {
  let [start, end] = [0, source.length];
  while (source[start] === ' ') start++;
  while (end > start && source[end - 1] === ' ') end--;
  return source.slice(start, end);
}
