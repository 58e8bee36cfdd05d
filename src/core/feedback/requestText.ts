import { inlineText, type InlineForm } from '../markdown/inlineText.ts';
import { listed } from '../markdown/listed.ts';
import { headingIn, proseWithin, bodyStartOf, findH1, sectionsOf } from '../note/sections.ts';

/** Who is asked by whom, in names as people say them. */
export interface RequestNames {
  readonly asker: string;
  readonly to: readonly string[];
  /** By when, as the asker's language writes a day. */
  readonly due?: string | undefined;
}

/**
 * A request as a message for a chat: words only, addresses in the open, so that whoever gets it can answer right there. Comments and
 * front matter are not in it.
 *
 * @param text the whole note
 */
export function chatRequest(text: string, { to, due }: RequestNames): string {
  const { title, lead, questions } = partsOf(text);
  const greeting = to.length === 0 ? '' : `${listed(to)}, `;
  const by = due === undefined ? '' : ` by ${due}`;
  const first = `${greeting}may I ask you for feedback on “${title}”${by}?`;
  const list = questions.map(question => `• ${question}`).join('\n');
  return [first, withAddresses(lead), list, 'A few lines are enough.'].filter(part => part !== '').join('\n\n');
}

/**
 * A request as a comment on a pull request: the note's own markdown, which is safe there as it is in the note. Nobody is mentioned, since a
 * handle here may be somebody else's there.
 */
export function pullComment(text: string, { asker, to, due }: RequestNames): string {
  const { title, lead, questions } = partsOf(text);
  const whom = to.length === 0 ? '' : ` from ${listed(to)}`;
  const by = due === undefined ? '' : `, by ${due}`;
  const list = questions.map(question => `- ${plainSigns(question)}`).join('\n');
  const first = `**${plainSigns(asker)} would like feedback${plainSigns(whom)}${by}: ${plainSigns(title)}**`;
  return [first, lead.replace(/\[([^\]\n]*)\]\((?!https?:)[^)\n]*\)/gi, '$1'), list]
    .filter(part => part !== '')
    .join('\n\n');
}

/** Words that shall not become markup, or call somebody. */
function plainSigns(words: string): string {
  return words.replace(/[\\`*_[\]<>@#|~]/g, String.raw`\$&`);
}

interface RequestParts {
  readonly title: string;
  /** What stands between the title and the first question, as markdown. */
  readonly lead: string;
  readonly questions: readonly string[];
}

function partsOf(text: string): RequestParts {
  const heading = findH1(text);
  const sections = sectionsOf(text);
  const start = heading?.at.end ?? bodyStartOf(text);
  const end = sections[0]?.at.start ?? text.length;
  const lines = [...proseWithin(text, { start, end })].map(({ text: line }) => line);
  const lead = lines
    .filter(line => headingIn(line) === undefined)
    .join('\n')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const questions = sections.map(({ title }) => title.trim()).filter(title => title !== '');
  return { title: heading?.title.trim() ?? '', lead, questions };
}

const asItIs = (words: string) => words;
/** Words, with a web address behind those that led there. */
const open: InlineForm = {
  ...{ text: asItIs, bold: asItIs, italic: asItIs, struck: asItIs, code: asItIs },
  link: (words, address) => (/^https?:/i.test(address) ? `${words} (${address})` : words),
};

function withAddresses(markdown: string): string {
  return markdown
    .split('\n')
    .map(line =>
      /^\s*[-*+]\s/.test(line) ? `• ${inlineText(line.replace(/^\s*[-*+]\s+/, ''), open)}` : inlineText(line, open),
    )
    .join('\n');
}
