/** A plain (unquoted) scalar's value, as the core schema of YAML 1.2 has it: dates, times and `yes` stay text. */
export function resolvePlain(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  // Most values begin with a letter that begins no other word of the schema.
  if (first > 0x39 && !wordStart.has(first)) return source;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(source)) return null;
  if (/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(source)) return first === 0x74 || first === 0x54;
  if (/^0o[0-7]+$/.test(source)) return parseInt(source.slice(2), 8);
  if (/^[-+]?[0-9]+$/.test(source)) return parseInt(source, 10);
  if (/^0x[0-9a-fA-F]+$/.test(source)) return parseInt(source.slice(2), 16);
  if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/.test(source))
    return /nan$/i.test(source) ? NaN : first === 0x2d ? -Infinity : Infinity;
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(source)) return parseFloat(source);
  return source;
}

const wordStart = new Set(Array.from('~nNtTfF', letter => letter.charCodeAt(0)));

/**
 * Whether a text can stand as a plain scalar behind `key: ` or `- ` on one line and be read back as the same text, by
 * us and by every other reader of YAML: what an older one takes for a number, a time or yes and no is not plain.
 */
export function isPlainText(text: string): boolean {
  return isPlainSource(text) && resolvePlain(text) === text && !elsewhereNoText.test(text) && !invisible.test(text);
}

/** Whether a stretch of a line, trimmed, is a plain scalar with nothing else in it, in a block. */
export function isPlainSource(source: string): boolean {
  return plainStart.test(source) && !plainEnd.test(source) && !oddCharacter.test(source);
}

/** What nobody sees in a line: control, direction and zero-width characters; not the joiners, which words are made with. */
export const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00a0]|(?![\u200c\u200d])\p{Cf}/u;

/** Indicators can't begin one; a dash may where no space follows. */
const plainStart = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[0-9A-Za-z.])/;
/** What would end one: a mapping's colon, a comment, space at the end. */
const plainEnd = /:(?:\s|$)|\s#|\s$/;
/** Control characters and what some take for a line's end: a whole parser decides about those. */
export const oddCharacter = /[\p{Cc}\u2028\u2029\ufeff]/u;

/** YAML 1.1, which Jekyll, js-yaml 3 and others still read, takes these for something else than text. */
const elsewhereNoText =
  /^(?:y|n|yes|no|on|off|=|<<|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_,.]*|0b[01_]+)$/i;
