import { isCalled } from '../note/appendItem.ts';
import { listItemsOf } from '../note/listItems.ts';
import type { Problem, Span } from '../note/problem.ts';
import { tasksOf, type TaskLine } from '../note/tasks.ts';
import type { TextEdit } from '../note/textEdit.ts';
import type { Day } from '../time/day.ts';
import { autonomyHeadings } from './autonomySupport.ts';
import { withoutSince } from './carriedLine.ts';
import { droppedSpans, mayLeave } from './points.ts';

/** What a person may ask for. */
export const askTypes = ['project', 'role', 'time', 'clarity', 'training'] as const;
export type AskType = (typeof askTypes)[number];

/** Something a person asks for in a meeting. */
export interface Ask {
  /** Its words, without type, box and fields. */
  readonly text: string;
  readonly type?: AskType;
  /** By when she wants an answer. */
  readonly by?: Day;
  readonly state: TaskLine['state'];
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** Its line, without the ending. */
  readonly at: Span;
}

const typeBehind = new RegExp(String.raw`[ \t]*\((${askTypes.join('|')})\)[ \t.]*$`, 'iu');

/**
 * The asks of a meeting's note: the items of the list below their heading, and whatever names its type at its end. What was dropped is
 * none.
 *
 * @example
 * asksOf('- I would like to try the scheduler (project) 📅 2026-12-15')[0];
 * //=> { text: 'I would like to try the scheduler', type: 'project', by: '2026-12-15', state: 'open', … }
 */
export function asksOf(text: string): readonly Ask[] {
  const dropped = droppedSpans(text);
  return listItemsOf(text).flatMap(({ words, line, at, section = '', parent }) => {
    const [task] = tasksOf(`- ${/^\[.\](?:[ \t]|$)/su.test(words) ? words : `[ ] ${words}`}`);
    if (!task || !mayLeave(at, dropped)) return [];
    const bare = withoutSince(task.text);
    const type = typeBehind.exec(bare)?.[1]?.toLowerCase();
    const said = bare.replace(typeBehind, '').trim();
    const isAsked = parent === undefined && isCalled(section, autonomyHeadings.asks);
    if (said === '' || (type === undefined && !isAsked)) return [];
    return [
      {
        text: said,
        ...(type === undefined ? {} : { type: type as AskType }),
        ...(task.due === undefined ? {} : { by: task.due }),
        state: task.state,
        line,
        at,
      },
    ];
  });
}

/** What an open ask still lacks to be answered: its type, and by when. */
export function checkAsks(text: string): readonly Problem[] {
  return asksOf(text)
    .filter(({ state }) => state === 'open')
    .flatMap(({ at, type, by }): Problem[] => [
      ...(type === undefined ? [{ code: 'ask-type', at, expected: `one of (${askTypes.join('), (')})` } as const] : []),
      ...(by === undefined ? [{ code: 'ask-day', at, expected: 'a day such as 📅 2026-12-15' } as const] : []),
    ]);
}

/** The edit that says what kind of thing is asked for: the type in brackets, behind its words. */
export function askTyped(text: string, { text: words, at }: Ask, type: AskType): readonly TextEdit[] {
  const found = text.slice(at.start, at.end).indexOf(words);
  if (found < 0) return [];
  const end = at.start + found + words.length;
  return [{ at: { start: end, end }, text: ` (${type})` }];
}
