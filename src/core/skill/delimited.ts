/** The signs that may stand between the fields of a table in plain text; of two alike the first is meant. */
export const separators = ['\t', ';', ','] as const;
export type Separator = (typeof separators)[number];

/**
 * The rows of a table in plain text, as RFC 4180 has them: a field in quotes may hold separators, line breaks and doubled quotes. A byte
 * order mark is passed over, rows end with `\n`, `\r\n` or `\r`, and empty lines are no rows. A quote inside a bare field is a sign like any.
 *
 * @example
 * parseDelimited('Skill;"1; ""new"""\nGo;2', ';'); //=> [['Skill', '1; "new"'], ['Go', '2']]
 */
export function parseDelimited(text: string, separator: Separator = separatorOf(text)): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const { value, end, isQuoted } = fieldAt(text, at, separator);
    row.push(value);
    const sign = text[end];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (sign === separator) {
      if (at >= text.length) row.push('');
      else continue;
    }
    if (row.length > 1 || value !== '' || isQuoted) rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

/** The separator of a table: the one its first row has most of, outside quotes. */
export function separatorOf(text: string): Separator {
  const first = /^\uFEFF?(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map(separator => bare.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface Field {
  readonly value: string;
  /** Where the sign behind it stands: a separator, a line's end, or the text's. */
  readonly end: number;
  readonly isQuoted: boolean;
}

function fieldAt(text: string, start: number, separator: Separator): Field {
  const bareEnd = (from: number) => {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return end;
  };
  if (text[start] !== '"') {
    const end = bareEnd(start);
    return { value: text.slice(start, end), end, isQuoted: false };
  }
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  const inside = text.slice(start + 1, close < 0 ? text.length : close).replaceAll('""', '"');
  if (close < 0) return { value: inside, end: text.length, isQuoted: true };
  const end = bareEnd(close + 1);
  return { value: inside + text.slice(close + 1, end), end, isQuoted: true };
}
