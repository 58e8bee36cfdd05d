import { escapeText } from '../markdown/markdown.ts';
import { eolOf } from '../note/noteText.ts';
import type { Span } from '../note/problem.ts';
import { proseWithin, sectionsOf } from '../note/sections.ts';
import type { TextEdit } from '../note/textEdit.ts';
import { isFacts, skillSlug } from './skill.ts';

/**
 * The edits that give a skill another name in `skills.md`: the words of its heading change, and the name it had joins those it had
 * before, so that what others wrote still means it. Undefined where no such skill stands there.
 *
 * @example
 * // "## Postgres\nHard" becomes "## PostgreSQL\nHard · formerly: postgres"
 * renamedSkill(text, 'postgres', 'PostgreSQL');
 */
export function renamedSkill(text: string, slug: string, name: string): readonly TextEdit[] | undefined {
  const section = sectionsOf(text).find(({ title }) => skillSlug(title) === slug);
  if (!section) return undefined;
  const heading = { at: wordsOf(text, section.at), text: escapeText(name) };
  const newSlug = skillSlug(name);
  return newSlug === slug ? [heading] : [heading, formerEdit(text, section, { slug, newSlug })];
}

/** The words of a heading, without its marks. */
function wordsOf(text: string, at: Span): Span {
  const line = text.slice(at.start, at.end);
  const [, marks = ''] = /^( {0,3}#+[ \t]+)/.exec(line) ?? [];
  const words = line.slice(marks.length).replace(/[ \t]+#+[ \t]*$|[ \t]+$/, '');
  const start = at.start + marks.length;
  return { start, end: start + words.length };
}

interface Section {
  readonly at: Span;
  readonly body: Span;
}

/** Puts the old name behind those that stand there, else behind the facts of the skill, else on a line of its own. */
function formerEdit(text: string, { at, body }: Section, names: { slug: string; newSlug: string }): TextEdit {
  const facts = [...proseWithin(text, body)].filter(line => isFacts(line.text));
  for (const { text: line, start } of facts) {
    const [found, before = '', list = ''] = /(^[ \t]*|·\s*)formerly:?\s+([^·]*[^·\s])/i.exec(line) ?? [];
    if (found === undefined) continue;
    const others = list.split(',').map(each => each.trim());
    const kept = others.filter(other => ![names.slug, names.newSlug].includes(skillSlug(other)));
    const from = start + line.indexOf(found) + before.length;
    const all = `formerly: ${[...kept, names.slug].join(', ')}`;
    return { at: { start: from, end: from + found.length - before.length }, text: all };
  }
  const last = facts[0];
  const end = last ? last.start + last.text.trimEnd().length : at.end;
  const lead = last ? ' · ' : eolOf(text);
  return { at: { start: end, end }, text: `${lead}formerly: ${names.slug}` };
}
