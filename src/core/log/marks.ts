import { codeSpansOf } from '../markdown/codeSpans.ts';
import { entryTypes } from '../note/note.ts';

/** One mark found in a captured text: what it says, and where it stands. */
export interface Mark {
  readonly kind: 'tag' | 'goal' | 'skill' | 'private' | 'type' | 'person' | 'minutes';
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** How much of its beginning is sign, and not word: 1 for `#tag`; 0 where the word alone would say a time. */
  readonly sign: number;
}

const word = String.raw`[\p{L}\p{N}\p{M}_]`;
// A word of letters, figures, - and / that ends in neither of the last two.
const name = String.raw`${word}(?:[\p{L}\p{N}\p{M}_/-]*${word})?`;
const slug = String.raw`${word}(?:[\p{L}\p{N}\p{M}_./+-]*[\p{L}\p{N}\p{M}_+])?`;
const handle = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?`;
const quoted = String.raw`"[^"\n]+"`;
const type = entryTypes.join('|');
const forms = new RegExp(
  [
    String.raw`(?<=^|\s)(?:`,
    String.raw`[#＃](?<tag>(?=[^\s]*[\p{L}_])${name})`,
    String.raw`|goal:(?<goal>${quoted}|${slug})`,
    String.raw`|skill:(?<skill>${quoted}|${slug})`,
    String.raw`|[!！](?<private>private)`,
    String.raw`|[!！](?<type>${type})`,
    String.raw`|@(?<person>${handle})`,
    String.raw`|(?<minutes>\d{1,4}(?:m|min)|\d{1,2}h(?:\d{1,2}m?)?)`,
    String.raw`)(?=[.,;:!?…。，、！？]*(?:\s|$))`,
  ].join(''),
  'giu',
);

/** Every mark of a text outside code, in its order. Which of them count for the type of entry is the caller's matter. */
export function* marksOf(text: string): Iterable<Mark> {
  const code = codeSpansOf(text);
  for (const found of text.matchAll(forms)) {
    const start = found.index;
    if (code.some(span => span.start < start + found[0].length && start < span.end)) continue;
    const groups: Readonly<Record<string, string | undefined>> = found.groups ?? {};
    const [kind, value] = Object.entries(groups).find(([, said]) => said !== undefined) ?? [];
    if (kind === undefined || value === undefined) continue;
    const end = start + found[0].length;
    yield {
      kind: kind as Mark['kind'],
      value: withoutQuotes(value),
      start,
      end,
      sign: /^\d+[mh]/i.test(value) ? 0 : 1,
    };
  }
}

/** Whether `!private` is said outside code in any way, even where it is no mark of its own: "(!private)". */
export function saysPrivate(text: string): boolean {
  const code = codeSpansOf(text);
  return [...text.matchAll(/[!！]private(?![\p{L}\p{N}_-])/giu)].some(
    ({ index }) => !code.some(({ start, end }) => start <= index && index < end),
  );
}

/** `15m`, `1h`, `1h30` in minutes. */
export function minutesOf(text: string): number {
  const [, hours = '0', rest = '0'] = /^(?:(\d+)h)?(?:(\d+)(?:m|min)?)?$/i.exec(text) ?? [];
  return Number(hours) * 60 + Number(rest);
}

function withoutQuotes(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).trim() : value;
}
