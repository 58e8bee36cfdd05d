import { linesOf } from '../note/noteText.ts';
import { bodyStartOf } from '../note/sections.ts';
import { inlineText, type InlineForm } from '../markdown/inlineText.ts';

/**
 * A weekly note as a message for Slack, in its `mrkdwn`: bold headings, links as `<address|words>`, boxes as ☐ and ☑,
 * what was folded in the open. Markers, comments, the front matter and headings with nothing below them are gone.
 */
export function slackText(note: string): string {
  return chatText(note, slack);
}

/** The same for a chat or a mail without any markup: words only. */
export function plainText(note: string): string {
  return chatText(note, plain);
}

interface ChatForm extends InlineForm {
  readonly heading: (words: string) => string;
  readonly fence: string | undefined;
}

const slack: ChatForm = {
  heading: words => `*${words}*`,
  fence: '```',
  text: words => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  bold: words => `*${words}*`,
  italic: words => `_${words}_`,
  struck: words => `~${words}~`,
  code: words => `\`${words}\``,
  link: (words, address) =>
    /^https?:/i.test(address)
      ? `<${address.replace(/&(?!amp;)/g, '&amp;').replace(/[|<>]/g, encodeURIComponent)}|${words}>`
      : words,
};

const asItIs = (words: string) => words;
const plain: ChatForm = {
  ...{ heading: asItIs, fence: undefined, text: asItIs, bold: asItIs, italic: asItIs, struck: asItIs, code: asItIs },
  link: asItIs,
};

interface ChatLine {
  readonly text: string;
  /** 1 to 6 for a heading, 7 for what was folded. */
  readonly heading?: number;
}

function chatText(note: string, form: ChatForm): string {
  const lines: ChatLine[] = [];
  let fence: string | undefined;
  for (const line of bodyLines(note)) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      if (form.fence !== undefined) lines.push({ text: form.fence });
    } else if (fence !== undefined) lines.push({ text: form.text(line) });
    else lines.push(...chatLine(line, form));
  }
  return tidy(withoutEmptySections(lines));
}

/** The note's lines below the front matter, without comments. */
function bodyLines(note: string): string[] {
  const body = note.slice(bodyStartOf(note)).replace(/^\uFEFF/, '');
  const kept: string[] = [];
  let isFenced = false;
  let isComment = false;
  for (const { text } of linesOf(body)) {
    if (/^\s*(?:`{3,}|~{3,})/.test(text) && !isComment) isFenced = !isFenced;
    if (!isFenced && !isComment && /^ {0,3}<!--/.test(text)) {
      const rest = text.replace(/<!--.*?-->/g, '');
      isComment = rest.includes('<!--');
      if (!isComment && rest.trim() !== '') kept.push(rest);
    } else if (isComment) isComment = !text.includes('-->');
    else kept.push(text);
  }
  return kept;
}

const boxes: Readonly<Record<string, string>> = { x: '☑', X: '☑', '>': '→', '-': '☒' };

function chatLine(line: string, form: ChatForm): ChatLine[] {
  const inline = (words: string) => inlineText(words.trim(), form);
  const [, marks, title = ''] = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/.exec(line) ?? [];
  if (marks !== undefined) return [{ text: form.heading(inline(title)), heading: marks.length }];
  const summary = /^\s*<details>\s*<summary>(.*?)<\/summary>/.exec(line)?.[1];
  if (summary !== undefined) return [{ text: form.italic(inline(summary)), heading: 7 }];
  if (/^\s*<\/?(?:details|summary)[^>]*>\s*$/.test(line)) return [];
  const [, indent = '', mark, rest = ''] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+\[(.)\](?:\s+(.*))?$/u.exec(line) ?? [];
  if (mark !== undefined) return rest.trim() === '' ? [] : [{ text: `${indent}${boxes[mark] ?? '☐'} ${inline(rest)}` }];
  const [, space = '', item] = /^(\s*)[-*+](?:\s+(.*))?$/.exec(line) ?? [];
  if (item !== undefined) return item.trim() === '' ? [] : [{ text: `${space}• ${inline(item)}` }];
  const [, quoted] = /^ {0,3}>\s?(.*)$/.exec(line) ?? [];
  if (quoted !== undefined) return /^\[![a-z]+\]\s*$/i.test(quoted) ? [] : [{ text: `> ${inline(quoted)}` }];
  const lead = /^\s*/.exec(line)?.[0] ?? '';
  return [{ text: line.trim() === '' ? '' : lead + inline(line) }];
}

/** Without headings that have nothing below them before the next one of their level or above; the first one stays. */
function withoutEmptySections(lines: readonly ChatLine[]): ChatLine[] {
  return lines.filter(({ heading }, index) => {
    if (heading === undefined || heading === 1) return true;
    const below = lines.slice(index + 1);
    const end = below.findIndex(line => line.heading !== undefined && line.heading <= heading);
    return (end < 0 ? below : below.slice(0, end)).some(line => line.heading === undefined && line.text.trim() !== '');
  });
}

/** One empty line before a heading, none below it, never two. */
function tidy(lines: readonly ChatLine[]): string {
  const kept: string[] = [];
  let isBelowHeading = false;
  for (const { text, heading } of lines) {
    const isSpare = text === '' && (isBelowHeading || kept.at(-1) === '');
    if (heading !== undefined && kept.length > 0 && kept.at(-1) !== '') kept.push('');
    if (!isSpare) kept.push(text);
    if (text !== '') isBelowHeading = heading !== undefined;
  }
  return `${quietly(kept.join('\n').trim())}\n`;
}

/** Names that call a whole channel call nobody. */
function quietly(words: string): string {
  return words.replace(/(?<!\/)@(?=channel|here|everyone)/gi, '@\u2060');
}
