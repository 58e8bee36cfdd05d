import type { Note } from '../note/note.ts';
import { isSafeName } from '../note/safePath.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Problem, Span } from '../note/problem.ts';
import type { Line } from '../note/noteText.ts';
import { proseLines, sectionsOf } from '../note/sections.ts';
import type { Member } from './person.ts';

/** What `team.md` says about who is here. */
export interface Team {
  readonly members: readonly Member[];
  /** Lines that could not be read as a member; every other one counts. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the members of `team.md`: one list item each under `## Members`, or, without such a heading, in front of the
 * first `##`. Behind the name stand, in any order and all optional, her e-mails, what she leads, and her role:
 *
 * ```markdown
 * ## Members
 * - Ada Lovelace (ada) · engineer · ada@forge.example, ada@home.example
 * - [Lin](people/lin/lin.md) · lin@forge.example · leads ada, sam
 * - Sam
 * ```
 *
 * The handle stands in brackets, else it is the folder the name links to, else a slug of the name. It names the folder
 * below `people/`. Everything between the parts is ` · `.
 *
 * @param text the whole note
 */
export function readTeam(note: Pick<Note, 'bodyStart'>, text: string): Team {
  const members: Member[] = [];
  const problems: Problem[] = [];
  const handles = new Set<string>();
  const emails = new Set<string>();
  const problem = (at: Span, expected: string, detail: string) =>
    problems.push({ code: 'key-shape', at: { start: at.start, end: at.end }, expected, detail });
  for (const line of memberLines(note, text)) {
    const item = /^ {0,3}[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(.*)$/.exec(line.text)?.[1]?.trim();
    if (item === undefined || item === '') continue;
    const member = memberOf(item);
    if (!member) problem(line, 'a member such as "Ada Lovelace (ada) · ada@forge.example"', item);
    else if (handles.has(member.handle.toLowerCase())) problem(line, 'each handle once', member.handle);
    else {
      member.emails.filter(email => emails.has(email)).forEach(email => problem(line, 'each e-mail once', email));
      members.push({ ...member, emails: member.emails.filter(email => !emails.has(email)) }); // the first who claims it
      handles.add(member.handle.toLowerCase());
      member.emails.forEach(email => emails.add(email));
    }
  }
  return { members, problems };
}

function* memberLines(note: Pick<Note, 'bodyStart'>, text: string): Iterable<Line> {
  const sections = sectionsOf(text);
  const named = sections.find(({ title }) => /^(?:members|who is here|people|team)$/i.test(title.trim()));
  const from = named?.body.start ?? note.bodyStart;
  const to = named?.body.end ?? sections[0]?.at.start ?? text.length;
  for (const line of proseLines(text, from)) {
    if (line.start >= to) return;
    yield line;
  }
}

/** A longer line was never meant to be a member; to look for one in it would take long. */
const longestLine = 4000;

function memberOf(item: string): Member | undefined {
  if (item.length > longestLine) return undefined;
  const [first = '', ...parts] = item.split(/\s*[·•]\s*/u);
  const named = nameOf(first);
  if (!named) return undefined;
  const leads = parts.flatMap(part => leadsPart.exec(part)?.[1] ?? []).flatMap(handlesOf);
  const others = parts.filter(part => part.trim() !== '' && !/^leads\b/i.test(part));
  const addresses = others.filter(part => part.includes('@')).map(emailsOf);
  const role = others.find(part => !part.includes('@'));
  if (addresses.some(emails => emails.length === 0)) return undefined;
  return { ...named, emails: unique(addresses.flat()), leads: unique(leads), ...(role !== undefined && { role }) };
}

const leadsPart = /^leads:?\s+(.+)$/i;

/** `Ada (ada)`, `**Ada**`, `[Ada](people/ada/ada.md)`: her name and her handle. */
function nameOf(part: string): { readonly handle: string; readonly name: string } | undefined {
  const bare = part.replace(/[*`]+|(?<!\w)_+|_+(?!\w)/g, '').trim();
  const [, inBrackets] = /(?<!\])\(@?([^()\s]+)\)$/.exec(bare) ?? [];
  const [, linked, address = ''] = /^\[([^\]]+)\]\(<?([^()\s>]+)>?\)/.exec(bare) ?? [];
  const folder = /(?:^|\/)people\/([^/]+)\//.exec(address)?.[1];
  const name = (linked ?? bare.replace(/\s*\(@?[^()\s]+\)$/, '')).replace(/^@/, '').trim();
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > 200) return undefined;
  const handle = inBrackets ?? folder ?? fileNameOf(name);
  return isSafeName(handle) && handle.length <= 60 ? { handle, name } : undefined;
}

function emailsOf(part: string): readonly string[] {
  return [...part.matchAll(/[^\s,;<>()[\]"'`|:@]+@[^\s,;<>()[\]"'`|:@]+/g)].map(([email]) => email.toLowerCase());
}

function handlesOf(list: string): readonly string[] {
  return list.split(/\s*(?:,|&|\band\b)\s*/).flatMap(name => name.replace(/^@/, '').trim() || []);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
