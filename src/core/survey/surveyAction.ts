import { escapeText } from '../markdown/markdown.ts';
import { plainWords } from '../markdown/plainWords.ts';
import { isCalled } from '../note/appendItem.ts';
import type { Handle } from '../note/notePath.ts';
import type { Problem, Span } from '../note/problem.ts';
import { linesOf } from '../note/noteText.ts';
import { tasksOf } from '../note/tasks.ts';
import type { Day } from '../time/day.ts';
import { actionSection } from './survey.ts';

/** What somebody does after a survey. */
export interface SurveyAction {
  /** Its words, without the owner in front. */
  readonly text: string;
  readonly owner?: Handle;
  readonly due?: Day;
  readonly state: 'open' | 'done' | 'dropped';
  readonly done?: Day;
  /** Counted from 1, in the whole note. */
  readonly line: number;
  /** The whole line, without its ending. */
  readonly at: Span;
}

/** An action as it is agreed on: somebody does it by some day. */
export interface NewAction {
  readonly text: string;
  readonly owner: Handle;
  readonly due: Day;
}

/** More than these are not done. */
export const mostActions = 3;

const owner = /(?:^|(?<=\s))@([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/u;

/** The actions of a survey's note: the boxes below its heading. A box without words is none yet. */
export function actionsOf(text: string): readonly SurveyAction[] {
  const tasks = tasksOf(text).filter(({ section = '' }) => isCalled(section, actionSection));
  if (tasks.length === 0) return [];
  const numbers = new Map(Array.from(linesOf(text), ({ start }, index): [number, number] => [start, index + 1]));
  return tasks.flatMap(({ text: words, state, due, done, at }) => {
    const who = owner.exec(words)?.[1];
    const what = plainWords(who === undefined ? words : words.replace(owner, ''));
    if (what === '' && who === undefined) return [];
    return [
      {
        text: what,
        state: state === 'done' ? 'done' : state === 'open' ? 'open' : 'dropped',
        line: numbers.get(at.start) ?? 1,
        at,
        ...(who === undefined ? {} : { owner: who }),
        ...(due === undefined ? {} : { due }),
        ...(done === undefined ? {} : { done }),
      } as const,
    ];
  });
}

/**
 * The line of an action, which {@link actionsOf} reads back.
 *
 * @example
 * printAction({ text: 'Pin the CI image', owner: 'sam', due: '2026-12-01' }); //=> '- [ ] @sam Pin the CI image 📅 2026-12-01'
 */
export function printAction({ text, owner: who, due }: NewAction): string {
  return `- [ ] @${who} ${escapeText(text)} 📅 ${due}`;
}

/** What keeps the actions of a survey from being done: nobody owns one, none knows by when, or they are too many. */
export function checkActions(text: string): readonly Problem[] {
  const actions = actionsOf(text).filter(({ state }) => state !== 'dropped');
  return actions.flatMap(({ at, owner: who, due, state }, index): Problem[] => {
    const detail = '';
    if (index >= mostActions) return [{ code: 'action-many', at, expected: 'at most three actions', detail }];
    if (state === 'done') return [];
    return [
      ...(who === undefined ? [{ code: 'action-owner', at, expected: 'an owner such as @sam', detail } as const] : []),
      ...(due === undefined
        ? [{ code: 'action-date', at, expected: 'a day such as 📅 2026-12-01', detail } as const]
        : []),
    ];
  });
}
