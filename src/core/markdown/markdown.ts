import { cleanText } from './cleanText.ts';

/**
 * A stranger's text as markdown that shows exactly that text: no link, image, HTML, emphasis, heading, list, task box,
 * tag, formula or comment comes of it, on GitHub, in VS Code or in Obsidian. It is one line, and may stand at the
 * beginning of one. The text is cleaned first (see {@link cleanText}); `snake_case` and `#412` stay readable.
 *
 * A mention such as `@lin` stays as it is: forges notify nobody from a file.
 *
 * @example
 * escapeText('**now** <b>'); //=> '\\*\\*now\\*\\* \\<b>'
 */
export function escapeText(text: string): string {
  return cleanText(text)
    .replace(/[\\`*[\]<|~$^]/g, String.raw`\$&`)
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, run => run.replaceAll('_', String.raw`\_`))
    .replace(/&(?=[#\p{L}])|\/(?=\/)|(?<=\bwww)\.|(?<=\S)@(?=\S)/giu, String.raw`\$&`)
    .replace(/([=%])\1+/g, run => run.replace(/./g, String.raw`\$&`))
    .replace(/(?<![\p{L}\p{N}\\])#(?!\d+(?![\p{L}\p{N}_/-]))/gu, String.raw`\#`)
    .replace(/^(?:[>=]|[-+](?=[-+\s]|$))/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/**
 * The same for a sentence, such as a commit's subject or a note's title: what its author put between backticks shows as
 * code, which is as harmless; everything else as text.
 *
 * @example
 * escapeSentence('Use `SET LOCAL` *now*'); //=> 'Use `SET LOCAL` \\*now\\*'
 */
export function escapeSentence(text: string): string {
  const words = cleanText(text).split(/(?<!`)(`[^`[\]<>|\\]*[^`[\]<>|\\\s][^`[\]<>|\\]*`)(?!`)/);
  if (words.length === 1) return escapeText(text);
  return words.map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapePart(part, index))).join('');
}

/** A part of a line keeps the spaces around it; only the first one begins a line. */
function escapePart(part: string, index: number): string {
  const [, before = '', words = '', after = ''] = /^( *)(.*?)( *)$/.exec(part) ?? [];
  const escaped = index === 0 ? escapeText(words) : escapeText(`.${words}`).slice(1);
  return before + escaped + after;
}

/**
 * A markdown link with a stranger's text (see {@link escapeSentence}) and address, or the text alone where the address is neither of the web nor
 * relative (`javascript:`, `data:`, `command:`, `//host`).
 *
 * @example
 * link('#412', 'https://forge.example/shop/pull/412'); //=> '[#412](https://forge.example/shop/pull/412)'
 */
export function link(text: string, url: string | undefined): string {
  const shown = escapeSentence(text);
  const address = url === undefined ? undefined : safeAddress(url);
  if (address === undefined) return shown;
  return `[${shown === '' ? escapeText(address) : shown}](${address})`;
}

/** A stranger's text as code on one line; nothing for nothing. */
export function codeSpan(text: string): string {
  const code = cleanText(text);
  if (code === '') return '';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return fence + pad + code + pad + fence;
}

/** Text in bold, already escaped; nothing for nothing. */
export function bold(markdown: string): string {
  return markdown === '' ? '' : `**${markdown}**`;
}

/** An address that may stand in a link's round brackets, or undefined where it may lead somewhere unsafe. */
function safeAddress(url: string): string | undefined {
  const address = url
    .trim()
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\p{Cf}\p{Z}()<>\\"'`[\]{}|^*]/gu, percentEncoded)
    .replace(/&(?=#?\w+;)/g, '&amp;');
  if (/^https?:\/\/[^/]/i.test(address)) return address;
  const leadsElsewhere = /^[^/?#]*:/.test(address) || /^(?:\/|%5C){2}/i.test(address);
  return address === '' || leadsElsewhere ? undefined : address;
}

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(/[()'*]/g, kept => `%${kept.charCodeAt(0).toString(16).toUpperCase()}`);
}
