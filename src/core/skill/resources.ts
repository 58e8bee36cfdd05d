import { skillSlug } from './skill.ts';
import { plainWords } from '../markdown/plainWords.ts';
import { present } from '../note/headValues.ts';
import { listItemsOf } from '../note/listItems.ts';
import type { Note } from '../note/note.ts';

/** The ways of learning a goal may name. */
export const methods = ['self-study', 'peers', 'project', 'mentoring', 'group'] as const;
export type Method = (typeof methods)[number];

/** Something one can learn from, as `resources.md` lists it. */
export interface Resource {
  readonly title: string;
  /** Where it is: a web address, or a path from the note on. As it stands there: a stranger's. */
  readonly address?: string;
  /** The skills it helps with, by slug. */
  readonly skills: readonly string[];
  readonly method?: Method;
  /** In the team's words: `40 €`. */
  readonly budget?: string;
  /** What somebody thinks of it: `worth it (ada)`. */
  readonly verdict?: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A longer line was never meant to be one of these; to look for its parts would take long. */
const longestLine = 4000;

/** A link, its address in angle brackets or bare. */
const linked = /^\[(?:\\.|[^\]\\])*\]\(\s*(?:<([^<>]*)>|([^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*))/;

/**
 * Reads the list of `resources.md`: a title or a link, and behind it, in any order, what it helps with.
 *
 * ```markdown
 * - [Designing Data-Intensive Applications](https://…) · skill: databases · budget: 40 € · verdict: worth it (ada)
 * ```
 *
 * @param text the whole note
 */
export function readResources(_note: Pick<Note, 'bodyStart'>, text: string): readonly Resource[] {
  return listItemsOf(text).flatMap(({ words, line, column }) => {
    if (words.length > longestLine) return [];
    const [first = '', ...parts] = words.split(/\s+·\s+/);
    const title = plainWords(first);
    if (title === '' || column > 1) return [];
    const said = (key: RegExp) => parts.flatMap(part => key.exec(part)?.[1] ?? [])[0];
    const [, inBrackets, address = inBrackets] = linked.exec(first) ?? [];
    const method = said(/^method:\s*(.+)$/i)?.toLowerCase();
    const budget = said(/^budget:\s*(.+)$/i);
    const verdict = said(/^verdict:\s*(.+)$/i);
    return [
      {
        title,
        ...present('address', address === '' ? undefined : address),
        skills: (said(/^skills?:\s*(.+)$/i) ?? '')
          .split(/\s*,\s*/)
          .filter(name => name !== '')
          .map(skillSlug),
        ...present(
          'method',
          methods.find(each => each === method),
        ),
        ...present('budget', budget === undefined ? undefined : plainWords(budget)),
        ...present('verdict', verdict === undefined ? undefined : plainWords(verdict)),
        line,
      },
    ];
  });
}
