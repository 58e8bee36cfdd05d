import type { Problem, Span } from '../note/problem.ts';

/** The tags a layout may use. */
export const tags: readonly string[] = [
  ...['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', 'raw', '#'],
];

/** The filters a layout may use. */
export const filters: readonly string[] = [
  ...['append', 'capitalize', 'default', 'downcase', 'minus', 'plus', 'prepend', 'size', 'strip', 'upcase'],
];

/** What is wrong with a layout, and where in it, as far as that is known. */
export interface Fault {
  readonly at?: Span | undefined;
  readonly expected: string;
  readonly detail?: string | undefined;
}

/** Where a layout uses which variable. */
export type Used = ReadonlyMap<string, readonly Span[]>;

/** liquidjs counts lines and columns from 1. */
type Located = Readonly<
  Record<string, readonly { readonly location: { readonly row: number; readonly col: number } }[]>
>;

/** The places of variables as liquidjs tells them, as spans of the layout. */
export function placesOf(variables: Located, layout: string): Used {
  const starts = [0, ...Array.from(layout.matchAll(/\n/g), ({ index }) => index + 1)];
  return new Map(
    Object.entries(variables).map(([name, found]) => {
      const at = found.map(({ location: { row, col } }) => (starts[row - 1] ?? 0) + col - 1);
      return [name, at.map(start => ({ start, end: start + name.length }))];
    }),
  );
}

/** A variable nobody fills, whichever branch it stands in: a layout that works this week works the next one too. */
export function unknownVariable(name: string, at: Span | undefined, known: readonly string[]): FaultFound {
  return new FaultFound({ at, expected: `one of ${known.join(', ')}`, detail: `undefined variable: ${name}` });
}

/** What was thrown while a layout was read or filled. liquidjs says where: its errors hold the token. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultFound) return error.fault;
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const detail = message.replace(/, line:\d+, col:\d+$/, '').slice(0, 200);
  const { begin, end } = tokenOf(error);
  const at = typeof begin === 'number' && typeof end === 'number' && begin <= end ? { start: begin, end } : undefined;
  return { at, expected: expectedInstead(detail), detail };
}

/** Where a layout put a part so that it is not found again: marks of its own, a part within a line, or the last place of one. */
export function placeOfPart(layout: string, used: Used, variables: readonly string[]): Span | undefined {
  const own = /<!--\s*outloud:.*/.exec(layout);
  if (own) return { start: own.index, end: own.index + own[0].length };
  const places = variables
    .flatMap(variable => used.get(variable) ?? [])
    .toSorted((one, other) => one.start - other.start);
  return places.find(({ start }) => !isAlone(layout, start)) ?? places.at(-1);
}

/** The fault as a problem of the file that holds the layout; without a place it is shown at the layout's first line. */
export function problemOf({ at, expected, detail }: Fault, source: string, offset: number): Problem {
  const firstLine = { start: 0, end: /[^\r\n]*/.exec(source.slice(offset))?.[0].length ?? 0 };
  const { start, end } = at && at.end + offset <= source.length ? at : firstLine;
  return {
    code: 'template',
    at: { start: start + offset, end: end + offset },
    expected,
    ...(detail === undefined ? {} : { detail }),
  };
}

class FaultFound extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.detail);
    this.fault = fault;
  }
}

function tokenOf(error: unknown): { readonly begin?: unknown; readonly end?: unknown } {
  return error instanceof Error && 'token' in error ? ((error.token as object | undefined) ?? {}) : {};
}

function expectedInstead(detail: string): string {
  if (detail.startsWith('undefined filter')) return `one of ${filters.join(', ')}`;
  if (/^tag "[^"]*" not found/.test(detail)) return `one of ${tags.join(', ')}`;
  return 'a Liquid template that Out Loud can use';
}

/** Whether one output stands in its line with nothing but tags, which leave no trace. */
function isAlone(layout: string, at: number): boolean {
  const start = layout.lastIndexOf('\n', at) + 1;
  const [line = ''] = layout.slice(start).split(/\r?\n/, 1);
  return /^\{\{[^}]*\}\}$/.test(line.replace(/\{%.*?%\}/g, '').trim());
}
