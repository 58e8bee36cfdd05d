import { frontMatterOf, type FrontMatter } from './frontMatter.ts';
import { layoutOf, type HeadEntry, type HeadLayout } from './headLayout.ts';
import type { Head, HeadReader, HeadValue } from './note.ts';
import { eolOf, hasBom } from './noteText.ts';
import { printKey, printKeyName, printValue } from './printHead.ts';
import type { Problem } from './problem.ts';
import { readHead } from './readNote.ts';
import type { TextEdit } from './textEdit.ts';

/** A head was not changed, because it can't be read or is written in a form we do not edit. The note stays as it is. */
export class HeadRefused extends RangeError {
  override readonly name = 'HeadRefused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`The front matter can't be changed: ${problem.code}, expected ${problem.expected}.`);
    this.problem = problem;
  }
}

/**
 * The edits that give keys of a note's head new values, add those that are not there and take away those given as
 * undefined. Every byte outside the lines of these keys stays: comments, order, quotes, line endings, byte order mark.
 * No edits where nothing would change; front matter is made where there is none.
 *
 * @param yaml reads a head that is more than flat; without it such a head is refused.
 * @throws HeadRefused where the head is unreadable, or is no list of keys each beginning on a line of its own.
 */
export function editHead(
  text: string,
  changes: Readonly<Record<string, HeadValue | undefined>>,
  yaml: HeadReader = flatOnly,
): TextEdit[] {
  const matter = frontMatterOf(text);
  if (matter && 'problem' in matter) throw new HeadRefused(matter.problem);
  const eol = eolOf(text);
  const added = (keys: readonly string[], indent = ''): string => keys.flatMap(key => linesFor(key, indent)).join('');
  const linesFor = (key: string, indent: string) =>
    changes[key] === undefined ? [] : printKey(key, changes[key], indent).map(line => line + eol);
  if (!matter) {
    const lines = added(Object.keys(changes));
    const start = hasBom(text) ? 1 : 0;
    return lines === '' ? [] : [{ at: { start, end: start }, text: `---${eol}${lines}---${eol}` }];
  }
  const { head, layout } = readLayout(text, matter, yaml);
  const edits: TextEdit[] = [];
  for (const entry of layout.entries) {
    if (!Object.hasOwn(changes, entry.key)) continue;
    const value = changes[entry.key];
    if (value === undefined) edits.push(removed(text, layout, entry));
    else edits.push(...replaced(text, entry, head[entry.key] ?? null, value, layout.indent));
  }
  const lines = added(
    Object.keys(changes).filter(key => !(key in head)),
    layout.indent,
  );
  if (lines !== '') edits.push({ at: { start: matter.close, end: matter.close }, text: lines });
  return edits;
}

/** A head with the places of its keys, refused unless both tell of the same keys. */
function readLayout(text: string, matter: FrontMatter, yaml: HeadReader): { head: Head; layout: HeadLayout } {
  const { head, problems } = readHead(text, matter, yaml);
  if (problems[0]) throw new HeadRefused(problems[0]);
  const layout = layoutOf(text, matter.yaml);
  const keys = Object.keys(head);
  if (layout?.entries.length !== keys.length || !layout.entries.every(({ key }) => key in head))
    throw new HeadRefused({ code: 'yaml-syntax', at: matter.yaml, expected: 'each key on a line of its own' });
  return { head, layout };
}

/** Takes a key away, and the gap below where a block of text above it would swallow that (`|+`). */
function removed(text: string, { entries }: HeadLayout, { start, tail }: HeadEntry): TextEdit {
  const above = text.slice(entries.findLast(entry => entry.start < start)?.start ?? start, start);
  const gap = /[|>]\d?\+\d?[ \t]*(?:#.*)?\r?\n/.test(above)
    ? (/^(?:[ \t]*\r?\n)*/.exec(text.slice(tail))?.[0] ?? '')
    : '';
  return { at: { start, end: tail + gap.length }, text: '' };
}

function replaced(text: string, entry: HeadEntry, old: HeadValue, value: HeadValue, indent: string): TextEdit[] {
  if (isSame(old, value)) return [];
  const eol = eolOf(text);
  const { valueAt, below, end } = entry;
  const inline = text.slice(valueAt.start, valueAt.end);
  const isList = Array.isArray(old) && Array.isArray(value);
  const wasBlock = isList && inline === '' && /^ *- /.test(text.slice(below, end));
  const itemIndent = wasBlock ? (/^ */.exec(text.slice(below, end))?.[0] ?? '') : undefined;
  const [first = '', ...items] =
    isList && inline.startsWith('[') && below === end
      ? [`${indent}${printKeyName(entry.key)}: ${printValue(value)}`]
      : printKey(entry.key, value, indent, itemIndent);
  const lines = items.map(line => line + eol);
  if (wasBlock && items.length > old.length && isSame(old, value.slice(0, old.length)))
    return [{ at: { start: end, end }, text: lines.slice(old.length).join('') }];
  const newInline = first.slice(`${indent}${printKeyName(entry.key)}:`.length).trimStart();
  const edits = inlineEdits(text, entry, newInline);
  if (below !== end || lines.length > 0) edits.push({ at: { start: below, end }, text: lines.join('') });
  return edits;
}

/** What changes on the key's own line. The spaces and the comment there stay. */
function inlineEdits(text: string, { valueAt, colon }: HeadEntry, value: string): TextEdit[] {
  const inline = text.slice(valueAt.start, valueAt.end);
  if (inline === value) return [];
  if (value === '') return [{ at: { start: colon, end: valueAt.end }, text: '' }];
  if (inline !== '') return [{ at: valueAt, text: value }];
  return [{ at: { start: colon, end: text[valueAt.start] === '#' ? colon : valueAt.start }, text: ` ${value}` }];
}

function isSame(a: HeadValue, b: HeadValue): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ofA, ofB] = [Object.entries(a), new Map<string, HeadValue>(Object.entries(b))];
  return ofA.length === ofB.size && ofA.every(([key, value]) => ofB.has(key) && isSame(value, ofB.get(key) ?? null));
}

/** Stands in where no reader is given. */
const flatOnly: HeadReader = {
  read: (yaml, offset) => ({
    head: {},
    problems: [
      { code: 'yaml-syntax', at: { start: offset, end: offset + yaml.length }, expected: 'a flat head, or a reader' },
    ],
  }),
};
