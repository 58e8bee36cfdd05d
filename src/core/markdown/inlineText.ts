/** How one line's markup is written elsewhere. */
export interface InlineForm {
  /** Plain words; everything that would be markup there is escaped. */
  readonly text: (words: string) => string;
  readonly bold: (written: string) => string;
  readonly italic: (written: string) => string;
  readonly struck: (written: string) => string;
  readonly code: (written: string) => string;
  /** @param address as it stands in the note, web or relative */
  readonly link: (written: string, address: string) => string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly write: (found: RegExpExecArray, form: InlineForm) => string;
}

const address = String.raw`\(\s*(<[^<>]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000}){0,5})(?:\s+"[^"]{0,500}")?\s*\)`;
const label = String.raw`((?:\\.|[^\]\\]){0,1000})`;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** What is tried at each place of a line, in this order. Each is bounded, so a long line costs no more than its length. */
const rules: readonly Rule[] = [
  { pattern: /\\([!-/:-@[-`{-~])/y, write: ([, sign = ''], form) => form.text(sign) },
  {
    pattern: /(`+)(?!`)([^]{0,2000}?[^`])\1(?!`)/y,
    write: ([, , code = ''], form) => form.code(form.text(code.trim())),
  },
  { pattern: /<!--[^]{0,5000}?-->/y, write: () => '' },
  {
    pattern: new RegExp(String.raw`!\[${label}\]${address}`, 'y'),
    write: ([, words = ''], form) => inlineText(words, form),
  },
  {
    pattern: new RegExp(String.raw`\[${label}\]${address}`, 'y'),
    write: ([, words = '', to = ''], form) => form.link(inlineText(words, form), to.replace(/^<|>$/g, '')),
  },
  {
    pattern: /\[\[([^\]|]{1,300})(?:\|([^\]]{1,300}))?\]\]/y,
    write: ([, page = '', words = page], form) => form.text(words),
  },
  { pattern: /<(https?:\/\/[^\s<>]{1,2000})>/iy, write: ([, url = ''], form) => form.text(url) },
  { pattern: /<\/?[a-z][^<>]{0,300}>/iy, write: () => '' },
  {
    pattern:
      /(?:\*\*(?=\S)((?:\\.|[^\\]){1,1000}?)(?<=\S)\*\*|(?<![\p{L}\p{N}_])__(?=\S)((?:\\.|[^\\]){1,1000}?)(?<=\S)__(?![\p{L}\p{N}_]))/uy,
    write: ([, star, under = ''], form) => form.bold(inlineText(star ?? under, form)),
  },
  {
    pattern: /~~(?=\S)((?:\\.|[^\\~]){1,1000}?)~~/y,
    write: ([, words = ''], form) => form.struck(inlineText(words, form)),
  },
  {
    pattern:
      /(?:\*(?=\S)((?:\\.|[^\\*]){1,1000}?)(?<=\S)\*|(?<![\p{L}\p{N}_])_(?=\S)((?:\\.|[^\\_]){1,1000}?)(?<=\S)_(?![\p{L}\p{N}_]))/uy,
    write: ([, star, under = ''], form) => form.italic(inlineText(star ?? under, form)),
  },
  { pattern: /&(amp|lt|gt|quot|nbsp|#39);/y, write: ([, name = ''], form) => form.text(entities[name] ?? '') },
  { pattern: /[^\\`<![*_~&]+/y, write: ([words], form) => form.text(words) },
];

/** One line of markdown in another form of writing. */
export function inlineText(markdown: string, form: InlineForm): string {
  let written = '';
  for (let at = 0; at < markdown.length;) {
    const found = matchAt(markdown, at, form);
    written += found.written;
    at += found.length;
  }
  return written;
}

function matchAt(
  markdown: string,
  at: number,
  form: InlineForm,
): { readonly written: string; readonly length: number } {
  for (const { pattern, write } of rules) {
    pattern.lastIndex = at;
    const found = pattern.exec(markdown);
    if (found) return { written: write(found, form), length: found[0].length };
  }
  return { written: form.text(markdown[at] ?? ''), length: 1 };
}
