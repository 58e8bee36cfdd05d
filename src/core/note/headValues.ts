import type { HeadValue } from './note.ts';

/** A key's value as a text: trimmed, a number as its digits; undefined where it is empty or something else. */
export function textValue(value: HeadValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A key's value as a finite number, written with quotes or without. */
export function numberValue(value: HeadValue | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A key's value as a list of texts; one value counts as a list of one. */
export function listValue(value: HeadValue | undefined): readonly string[] {
  const values: readonly HeadValue[] = Array.isArray(value) ? (value as readonly HeadValue[]) : [value ?? null];
  return values.flatMap(each => textValue(each) ?? []);
}

/** A key of an object where it has a value, nothing where it has none. */
export function present<K extends string, V>(key: K, value: V | undefined): Partial<Readonly<Record<K, V>>> {
  return value === undefined ? {} : ({ [key]: value } as Readonly<Record<K, V>>);
}
