import { cleanText } from '../markdown/cleanText.ts';
import { link } from '../markdown/markdown.ts';
import { relativeHref } from '../markdown/relativeHref.ts';
import { textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { fileNameOf } from '../note/noteName.ts';
import { type Handle, ownerOf, type SharedPath } from '../note/notePath.ts';
import { printNote } from '../note/printNote.ts';
import { bodyStartOf } from '../note/sections.ts';
import { parseDay, type Day } from '../time/day.ts';
import { linesWithin, type Placed } from '../note/sectionLines.ts';
import type { CheckIn } from './checkIn.ts';
import type { HeldGoal } from './heldGoal.ts';

/** A word an ally gave back on one check-in. */
export interface AllyWord {
  readonly day: Day;
  /** The day of the check-in it answers. */
  readonly on: Day;
  readonly text: string;
}

const item = /^ {0,3}[-*+][ \t]+(\d{4}-\d{2}-\d{2})[ \t]*·[ \t]*on[ \t]+(\d{4}-\d{2}-\d{2}):[ \t]*(.*\S)[ \t]*$/u;

/**
 * The line of one word, which {@link wordsOf} reads back.
 *
 * @example
 * printWord({ day: '2026-11-22', on: '2026-11-20', text: 'keep going' }); //=> '- 2026-11-22 · on 2026-11-20: keep going'
 */
export function printWord({ day, on, text }: AllyWord): string {
  return `- ${day} · on ${on}: ${cleanText(text)}`;
}

/** The words of an ally's note, as they stand. */
export function wordsOf(text: string): readonly (AllyWord & Placed)[] {
  return linesWithin(text, bodyStartOf(text)).flatMap(({ words, line }) => {
    const [, written = '', answered = '', said = ''] = item.exec(words) ?? [];
    const [day, on] = [parseDay(written), parseDay(answered)];
    return day === undefined || on === undefined ? [] : [{ day, on, text: said, line }];
  });
}

/** The check-in that still waits for a word of somebody: only the newest does. */
export function unanswered<C extends CheckIn>(checkIns: readonly C[], words: readonly AllyWord[]): C | undefined {
  const newest = checkIns.at(-1);
  if (newest === undefined) return undefined;
  const [asked, given] = [checkIns, words.map(({ on: day }) => ({ day }))].map(
    days => days.filter(({ day }) => day === newest.day).length,
  );
  return (given ?? 0) < (asked ?? 0) ? newest : undefined;
}

/** Whose note holds words about which goal; undefined for a note that is no ally's, or is private. */
export function allyNoteOf({ type, path, head, isPrivate }: Note & { readonly path: SharedPath }) {
  if (type !== 'ally' || isPrivate) return undefined;
  const ally = ownerOf(path);
  const goal = textValue(head['goal']);
  return ally === undefined || goal === undefined ? undefined : { ally, goal, path };
}

/** Where an ally's words on a goal go: one note a goal, below the ally's own folder. */
export function allyPath(ally: Handle, { owner, slug }: Pick<HeldGoal, 'owner' | 'slug'>): SharedPath {
  return `people/${ally}/allies/${fileNameOf(`${owner} ${slug}`)}.md` as SharedPath;
}

/** A new note of an ally with the first word in it. */
export function printAllyNote(goal: HeldGoal, path: SharedPath, word: AllyWord): string {
  return printNote({
    head: { type: 'ally', goal: goal.id },
    title: cleanText(`Words on ${goal.id.replace('/', ': ')}`),
    body: `On ${link(goal.title, relativeHref(path, goal.path))}.\n\n${printWord(word)}`,
  });
}
