import { listValue, present, textValue } from '../note/headValues.ts';
import type { Note } from '../note/note.ts';
import { dayValue } from '../note/noteDays.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { linesOf } from '../note/noteText.ts';
import { proseWithin, sectionsOf } from '../note/sections.ts';
import { parseDay, type Day } from '../time/day.ts';

/** What a person says about herself in `people/<handle>/<handle>.md`. */
export interface Profile {
  readonly path: SharedPath;
  readonly handle: Handle;
  readonly title: string;
  /** The key in `skills.md` her expected levels are found by; `team.md` may say it too. */
  readonly role?: string;
  /** What she is here for. */
  readonly purpose?: string;
  /** Where she wants to be one day; goals name one of them. */
  readonly visions: readonly string[];
  /** Skills she offers to teach, by name. */
  readonly offers: readonly string[];
  /** Without the day behind them. */
  readonly needs: readonly string[];
  /** Since when she says so of each need: the day behind it (`a mentor · since 2026-11-10`), else that of the note. */
  readonly neededSince: ReadonlyMap<string, Day>;
  readonly strengths: readonly Strength[];
}

/** One strength, as it stands in the list below `## Strengths`: `Explains slow systems: [the pool talk](…)`. */
export interface Strength {
  readonly text: string;
  /** Counted from 1, in the whole note. */
  readonly line: number;
}

/** Where a person's profile lies. */
export function profilePath(handle: Handle): SharedPath {
  return `people/${handle}/${handle}.md` as SharedPath;
}

/**
 * Reads a profile. Purpose, visions, offers and needs stand in the front matter or, where it has no such key, below a heading of that
 * name: the purpose as a paragraph, the others as a paragraph or a list.
 *
 * @param text the whole note
 */
export function readProfile({ head, title, path }: Note & { readonly path: SharedPath }, text: string): Profile {
  const said = (name: string) => itemsBelow(text, name).map(item => item.text);
  const listed = (key: string, heading: RegExp) => {
    const inHead = listValue(head[key]);
    return inHead.length > 0 ? inHead : itemsBelow(text, heading).map(item => item.text);
  };
  const needs = listed('needs', /^(?:needs|i need)$/i).map(needIn);
  const noted = dayValue(head['date']);
  return {
    path,
    handle: path.split('/')[1] ?? '',
    title,
    ...present('role', textValue(head['role'])),
    ...present('purpose', textValue(head['purpose']) ?? said('purpose')[0]),
    visions: listed('vision', /^visions?$/i),
    offers: listed('offers', /^(?:offers|i offer)$/i),
    needs: needs.map(need => need.text),
    neededSince: new Map(
      needs.flatMap(({ text: words, since = noted }) => (since === undefined ? [] : [[words, since] as const])),
    ),
    strengths: itemsBelow(text, /^strengths$/i),
  };
}

function needIn(words: string): { readonly text: string; readonly since?: Day } {
  const [, text = words, day = ''] = /^(.*\S)[ \t]+·[ \t]+since (\d{4}-\d{2}-\d{2})$/su.exec(words) ?? [];
  const since = parseDay(day);
  return since === undefined ? { text: words } : { text, since };
}

/** The list items below a heading; where there are none, its first paragraph as one. */
function itemsBelow(text: string, heading: RegExp | string): readonly Strength[] {
  const isMeant = (title: string) =>
    typeof heading === 'string' ? title.trim().toLowerCase() === heading : heading.test(title.trim());
  const section = sectionsOf(text).find(({ title }) => isMeant(title));
  if (!section) return [];
  const lineOf = new Map(Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]));
  const lines = [...proseWithin(text, section.body)];
  const items = lines.flatMap(line => {
    const words = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(.*\S)[ \t]*$/.exec(line.text)?.[1];
    return words === undefined ? [] : [{ text: words, line: lineOf.get(line.start) ?? 1 }];
  });
  if (items.length > 0) return items;
  const first = lines.findIndex(({ text: words }) => words.trim() !== '' && !words.trimStart().startsWith('<!--'));
  const start = lines[first];
  if (!start) return [];
  const paragraph = lines.slice(first).map(({ text: words }) => words.trim());
  const end = paragraph.indexOf('');
  return [{ text: paragraph.slice(0, end < 0 ? undefined : end).join(' '), line: lineOf.get(start.start) ?? 1 }];
}
