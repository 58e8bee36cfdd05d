import { refusedKeys } from './flatHead.ts';
import type { HeadValue } from './note.ts';
import { invisible, isPlainText } from './plainScalar.ts';

/**
 * One key of a head as lines without line endings, as our notes have them: scalars on the key's line, quoted only where
 * needed, lists below it.
 *
 * @throws RangeError for a key no reader would take: `__proto__` and its like.
 */
export function printKey(key: string, value: HeadValue, indent = '', itemIndent = `${indent}  `): readonly string[] {
  const name = `${indent}${printKeyName(key)}:`;
  if (isList(value) && value.length > 0 && value.every(isScalarValue))
    return [name, ...value.map(item => `${itemIndent}- ${printValue(item)}`)];
  return [`${name} ${printValue(value)}`];
}

/** A value on one line. */
export function printValue(value: HeadValue): string {
  if (typeof value === 'string') return isPlainText(value) ? value : quote(value);
  if (typeof value === 'number') return printNumber(value);
  if (isList(value)) return `[${value.map(printInFlow).join(', ')}]`;
  if (value === null || typeof value === 'boolean') return String(value);
  const pairs = Object.entries(value).map(([key, inner]) => `${quote(usable(key))}: ${printInFlow(inner)}`);
  return `{${pairs.join(', ')}}`;
}

/** Inside brackets a comma, a bracket or a colon ends a plain scalar. */
function printInFlow(value: HeadValue): string {
  if (typeof value === 'string' && /[,[\]{}:#?]/.test(value)) return quote(value);
  return printValue(value);
}

/** A key as it is written. */
export function printKeyName(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) && isPlainText(key) ? usable(key) : quote(usable(key));
}

function usable(key: string): string {
  if (refusedKeys.has(key) || key.length > 900) throw new RangeError(`"${key.slice(0, 40)}" can't be a key of a note.`);
  return key;
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Quotes that need no escapes where there is a way, as they read better and are read faster. */
function quote(text: string): string {
  if (invisible.test(text)) return escaped(text);
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** JSON's form is YAML's too; what nobody can see is written by its number. */
function escaped(text: string): string {
  return JSON.stringify(text).replace(new RegExp(invisible, 'gu'), character =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

function isList(value: HeadValue): value is readonly HeadValue[] {
  return Array.isArray(value);
}

function isScalarValue(value: HeadValue): boolean {
  return typeof value !== 'object' || value === null;
}
