/** A plain (unquoted) scalar's value, as the core schema of YAML 1.2 has it: dates, times and `yes` stay text. */
export function resolvePlain(source: string): string | number | boolean | null {
  const first = source.charCodeAt(0);
  const isFigure = first <= 0x39;
  if (!(isFigure ? figure : word).test(source)) return source;
  if (!isFigure) return first === 0x74 || first === 0x54 ? true : first === 0x66 || first === 0x46 ? false : null;
  if (source.startsWith('0o')) return parseInt(source.slice(2), 8);
  if (source.startsWith('0x')) return parseInt(source.slice(2), 16);
  if (/nan$/i.test(source)) return NaN;
  if (/inf$/i.test(source)) return first === 0x2d ? -Infinity : Infinity;
  return /^[-+]?[0-9]+$/.test(source) ? parseInt(source, 10) : parseFloat(source);
}

/** Everything in the core schema that begins with a letter or `~`, and everything that begins with another sign. */
const word = /^(?:~|[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE)?$/;
const figure =
  /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

/**
 * Whether a text can stand as a plain scalar behind `key: ` or `- ` on one line and be read back as the same text, by
 * us and by every other reader of YAML: what an older one takes for a number, a time or yes and no is not plain.
 */
export function isPlainText(text: string): boolean {
  return isPlainSource(text) && resolvePlain(text) === text && !elsewhereNoText.test(text) && !invisible.test(text);
}

/** Whether a stretch of a line, trimmed, is a plain scalar with nothing else in it, in a block. */
export function isPlainSource(source: string): boolean {
  return plainStart.test(source) && !plainEnd.test(source);
}

/** What nobody sees in a line: control, direction and zero-width characters; not the joiners, which words are made with. */
export const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00a0]|(?![\u200c\u200d])\p{Cf}/u;

/** Indicators can't begin one; a dash may where no space follows. */
const plainStart = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-[0-9A-Za-z.])/;
/** What would end one: a mapping's colon, a comment, space at the end. */
const plainEnd = /:(?:\s|$)|\s#|\s$/;

/** YAML 1.1, which Jekyll, js-yaml 3 and others still read, takes these for something else than text. */
const elsewhereNoText =
  /^(?:y|n|yes|no|on|off|=|<<|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_,.]*|0b[01_]+)$/i;
