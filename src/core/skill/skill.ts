import { plainWords } from '../markdown/plainWords.ts';
import type { Note } from '../note/note.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Span } from '../note/problem.ts';
import { proseWithin, sectionsOf } from '../note/sections.ts';

/**
 * The five levels of Dreyfus and Dreyfus ("A five-stage model of the mental activities involved in directed skill acquisition",
 * 1980): 1 novice, 2 advanced beginner, 3 competent, 4 proficient, 5 expert.
 */
export type Level = 1 | 2 | 3 | 4 | 5;

/** What the levels are called where a team has no words of its own. */
export const levelNames: readonly string[] = ['novice', 'advanced beginner', 'competent', 'proficient', 'expert'];

/** One skill of `skills.md`. */
export interface Skill {
  /** How notes name it: `postgres`. */
  readonly slug: string;
  /** As it is shown: `Postgres`. */
  readonly name: string;
  /** Names it had before, as notes write them: they still mean it, but for one that another skill has now. */
  readonly formerly?: readonly string[];
  readonly kind: 'hard' | 'soft';
  /** The five levels in the team's words; an empty text where it has none. */
  readonly levels: readonly [string, string, string, string, string];
  /** What is expected, by role in lower case. */
  readonly expected: ReadonlyMap<string, Level>;
  /** Its heading's line. */
  readonly at: Span;
}

/**
 * Reads `skills.md`: a heading of level two for each skill, below it a line of parts with ` · ` between them, and a numbered list of
 * the levels in the team's words. Everything but the heading may be missing.
 *
 * ```markdown
 * ## Postgres
 * Hard · expected: engineer 3, lead 4 · formerly: postgresql
 *
 * 1. Reads a query plan with somebody beside her
 * 4. Others ask her about slow queries
 * ```
 *
 * A skill is hard unless its line says soft.
 *
 * @param text the whole note
 */
export function readSkills(_note: Pick<Note, 'bodyStart'>, text: string): readonly Skill[] {
  const sections = sectionsOf(text);
  const slugs = new Set(sections.map(({ title }) => skillSlug(title)));
  return sections.map(({ title, at, body }) => {
    const lines = [...proseWithin(text, body)];
    const parts = lines.filter(({ text: line }) => isFacts(line)).flatMap(({ text: line }) => line.split(/\s*·\s*/));
    const levels: [string, string, string, string, string] = ['', '', '', '', ''];
    for (const { text: line } of lines) {
      const [, number, words = ''] = /^ {0,3}([1-5])[.)][ \t]+(.*\S)[ \t]*$/.exec(line) ?? [];
      if (number !== undefined) levels[Number(number) - 1] = plainWords(words);
    }
    const formerly = parts.flatMap(formerIn).filter(slug => !slugs.has(slug));
    return {
      slug: skillSlug(title),
      name: title.trim(),
      ...(formerly.length > 0 && { formerly }),
      kind: parts.some(part => /^soft$/i.test(part.trim())) ? 'soft' : 'hard',
      levels,
      expected: new Map(parts.flatMap(expectedIn)),
      at,
    };
  });
}

/** The skill a text names, by its slug, its name or one it had before. */
export function skillNamed<S extends NamedSkill>(text: string, skills: readonly S[]): S | undefined {
  return skills.find(skill => isSkill(text, skill));
}

/** What a skill is found by. */
export type NamedSkill = Pick<Skill, 'slug' | 'formerly'>;

/** Whether a text names a skill: by its slug, its name or one it had before. */
export function isSkill(text: string, { slug, formerly = [] }: NamedSkill): boolean {
  const named = skillSlug(text);
  return named === slug || formerly.includes(named);
}

/** Every name of the skill a text names, as notes write them; of one the team does not list, that one alone. */
export function allNamesOf(text: string, skills: readonly NamedSkill[]): readonly string[] {
  const { slug, formerly = [] } = skillNamed(text, skills) ?? { slug: skillSlug(text) };
  return [slug, ...formerly];
}

/**
 * How notes name a skill: in small letters with dashes. Its plus signs and sharps are said in words, so that C, C++ and C# are three.
 *
 * @example
 * skillSlug('C++'); //=> 'c-plus-plus'
 */
export function skillSlug(name: string): string {
  return fileNameOf(name.replaceAll('+', ' plus ').replaceAll('#', ' sharp '));
}

/** Whether a number is one of the five levels. */
export function isLevel(value: number | undefined): value is Level {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 5;
}

/** Whether a line tells of a skill: `Hard · expected: engineer 3, lead 4`. */
export function isFacts(line: string): boolean {
  return line.length <= 4000 && /^ {0,3}(?:hard|soft|expected|formerly)\b/i.test(line);
}

/** `formerly: postgresql, pg` */
function formerIn(part: string): readonly string[] {
  const list = /^\s*formerly:?\s+(.+)$/i.exec(part)?.[1] ?? '';
  return list.split(',').flatMap(name => (/[\p{L}\p{N}]/u.test(name) ? skillSlug(plainWords(name)) : []));
}

function expectedIn(part: string): readonly (readonly [string, Level])[] {
  const list = /^\s*expected:?\s+(.+)$/i.exec(part)?.[1];
  if (list === undefined) return [];
  return list.split(',').flatMap(each => {
    const [, role = '', number] = /^\s*(.+?)[\s:]+([1-5])\s*$/.exec(each) ?? [];
    const level = Number(number);
    return role !== '' && isLevel(level) ? [[plainWords(role).toLowerCase(), level] as const] : [];
  });
}
