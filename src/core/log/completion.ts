import { entryTypes, type EntryType } from '../note/note.ts';
import type { Span } from '../note/problem.ts';
import { codeSpansOf } from '../markdown/codeSpans.ts';

/** What exists already, to be offered while a line is typed. Every list in the order it should be offered in. */
export interface KnownMarks {
  readonly tags: readonly string[];
  readonly goals: readonly { readonly slug: string; readonly title?: string }[];
  readonly skills: readonly string[];
  readonly people: readonly { readonly handle: string; readonly name?: string }[];
}

/** One way to go on with a mark that is being typed. */
export interface Completion {
  /** The mark as it will stand in the line: `#pgbouncer`. From notes of others: clean it before it is shown. */
  readonly label: string;
  /** What it stands for: a goal's title, a person's name. */
  readonly detail?: string;
  /** What it replaces in the line. */
  readonly replaces: Span;
  /** The line after it was taken, with a space behind the mark. */
  readonly line: string;
  /** Where the cursor then stands. */
  readonly cursor: number;
}

/** One thing that could be meant: the mark, and the words it is found by. */
interface Offer {
  readonly mark: string;
  readonly words: readonly string[];
  readonly detail?: string;
}

/**
 * How the mark at the cursor could go on, best first, at most twelve. Nothing where no mark is being typed, inside code,
 * and where the only thing left to offer stands there already.
 *
 * @param cursor in UTF-16 code units from the beginning of the line
 * @param type what is being logged: people are offered for help and thanks
 */
export function completeCapture(
  line: string,
  cursor: number,
  known: KnownMarks,
  type: EntryType = 'learning',
): readonly Completion[] {
  const typed = markBeing(line, cursor);
  if (!typed) return [];
  const offers = offersFor(typed.sign, known, type);
  const query = typed.query.toLowerCase();
  const ranked = offers
    .map((offer, index) => ({ offer, index, rank: rankOf(offer, query) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, 12);
  const there = line.slice(typed.at.start, typed.at.end).toLowerCase();
  if (ranked.length === 1 && ranked[0]?.offer.mark.toLowerCase() === there) return [];
  return ranked.map(({ offer }) => completion(line, typed.at, offer));
}

function markBeing(line: string, cursor: number): { sign: string; query: string; at: Span } | undefined {
  const before = line.slice(0, cursor);
  const [all, sign, quoted, plain = ''] =
    /(?<=^|\s)(#|＃|@|!|！|goal:|skill:)(?:"([^"\n]*)|([^\s"]*))$/iu.exec(before) ?? [];
  if (all === undefined || sign === undefined) return undefined;
  const start = cursor - all.length;
  if (codeSpansOf(line).some(code => code.start < cursor && start < code.end)) return undefined;
  const rest = /^[\p{L}\p{N}\p{M}_/-]*/u.exec(line.slice(cursor))?.[0].length ?? 0;
  const end = cursor + (quoted === undefined ? rest : (/^[^"\n]*"/.exec(line.slice(cursor))?.[0].length ?? 0));
  return { sign: sign.toLowerCase().normalize('NFKC'), query: quoted ?? plain, at: { start, end } };
}

function offersFor(sign: string, known: KnownMarks, type: EntryType): readonly Offer[] {
  switch (sign) {
    case '#':
      return known.tags.map(tag => ({ mark: `#${tag}`, words: [tag] }));
    case 'goal:':
      return known.goals.map(({ slug, title }) => ({
        mark: `goal:${slug}`,
        words: [slug, ...(title === undefined ? [] : [title])],
        ...(title !== undefined && { detail: title }),
      }));
    case 'skill:':
      return known.skills.map(skill => ({ mark: skillMark(skill), words: [skill] }));
    case '@':
      return type === 'help' || type === 'thanks' ? known.people.map(personOffer) : [];
    default:
      return ['private', ...entryTypes].map(word => ({ mark: `!${word}`, words: [word] }));
  }
}

function personOffer({ handle, name }: KnownMarks['people'][number]): Offer {
  const words = [handle, ...(name === undefined ? [] : [name])];
  return { mark: `@${handle}`, words, ...(name !== undefined && { detail: name }) };
}

/** A skill as a mark: in quotes where its name has more than one word. */
export function skillMark(skill: string): string {
  return /^[\p{L}\p{N}_+-]+$/u.test(skill) ? `skill:${skill}` : `skill:"${skill.replaceAll('"', '')}"`;
}

/** The smaller the nearer: it begins so, a word in it begins so, it holds it. */
function rankOf({ words }: Offer, query: string): number {
  const ranks = words.map(word => {
    const at = word.toLowerCase().indexOf(query);
    if (at <= 0) return at === 0 ? 0 : Infinity;
    return /[\p{L}\p{N}]/u.test(word[at - 1] ?? '') ? 2 : 1;
  });
  return Math.min(...ranks);
}

function completion(line: string, replaces: Span, { mark, detail }: Offer): Completion {
  const after = line.slice(replaces.end).replace(/^ /, '');
  const before = `${line.slice(0, replaces.start)}${mark} `;
  return {
    label: mark,
    ...(detail !== undefined && { detail }),
    replaces,
    line: before + after,
    cursor: before.length,
  };
}
