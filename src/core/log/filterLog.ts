import { listValue, present, textValue } from '../note/headValues.ts';
import { goalNamed, namesGoal, type Named } from '../goal/matchGoals.ts';
import { fileNameOf } from '../note/noteName.ts';
import { logTypes, type HeadValue, type LogType } from '../note/note.ts';
import type { Handle } from '../note/notePath.ts';
import { parseCapture } from './capture.ts';
import type { LoggedEntry } from './loggedEntry.ts';
import type { TrailerEntry } from './trailerEntry.ts';

/** What of a log is to be seen. What is absent, or empty, asks for nothing. */
export interface LogFilter {
  /** A goal, by the name of its file or by its title. */
  readonly goal?: string;
  /** An entry with one of them is enough. */
  readonly skills?: readonly string[];
  readonly tags?: readonly string[];
  readonly types?: readonly LogType[];
  /** Whose log; without it that of the person the sidebar shows. */
  readonly person?: Handle;
}

/**
 * The entries a filter lets through, in their order. Whose they are is not asked here.
 *
 * @param goals those the log may be about: one that was renamed is found by the names it had, too
 */
export function filterEntries<E extends LoggedEntry>(
  entries: readonly E[],
  filter: LogFilter,
  goals: readonly Named[] = [],
): readonly E[] {
  const fits = testOf(filter, goals);
  return entries.filter(fits);
}

/** The trailers a filter lets through: the marks in their words count as in a line that is logged. */
export function filterTrailers(
  trailers: readonly TrailerEntry[],
  filter: LogFilter,
  goals: readonly Named[] = [],
): readonly TrailerEntry[] {
  const fits = testOf(filter, goals);
  return trailers.filter(({ kind, text }) => {
    const { tags, skills, goal } = parseCapture(text);
    const named = kind === 'goal' ? text : goal;
    const type = kind === 'thanks' ? 'thanks' : 'learning';
    return fits({ type, tags, skills, ...(named !== undefined && { goal: named }) });
  });
}

/** A filter as somebody else gives it: one word counts as a list of one, and what is none of a filter's is left out. */
export function plainFilter(given: Readonly<Partial<Record<keyof LogFilter, unknown>>>): LogFilter {
  const text = (key: keyof LogFilter) => textValue(given[key] as HeadValue | undefined);
  const list = (key: keyof LogFilter) => listValue(given[key] as HeadValue | undefined);
  const asked = <K extends keyof LogFilter, V>(key: K, values: readonly V[]) =>
    present(key, values.length > 0 ? values : undefined);
  return {
    ...present('goal', text('goal')),
    ...asked('skills', list('skills')),
    ...asked('tags', list('tags')),
    ...asked(
      'types',
      logTypes.filter(type => list('types').includes(type)),
    ),
    ...present('person', text('person')),
  };
}

/** Whether a filter asks for anything at all. */
export function isFiltering({ goal = '', skills = [], tags = [], types = [], person = '' }: LogFilter): boolean {
  return goal.trim() !== '' || person !== '' || skills.length + tags.length + types.length > 0;
}

type Filtered = Pick<LoggedEntry, 'type' | 'goal' | 'skills' | 'tags'>;

function testOf(filter: LogFilter, goals: readonly Named[]): (entry: Filtered) => boolean {
  const { goal = '', skills = [], tags = [], types = [] } = filter;
  const isMeant = namesGoal(goalNamed(goal, goals) ?? { slug: fileNameOf(goal), title: goal });
  const isAnyGoal = goal.trim() === '';
  const hasSkill = oneOf(skills);
  const hasTag = oneOf(tags.map(tag => tag.replace(/^[#＃]/, '')));
  return entry =>
    (isAnyGoal || (entry.goal !== undefined && isMeant(entry.goal))) &&
    hasSkill(entry.skills) &&
    hasTag(entry.tags) &&
    (types.length === 0 || types.includes(entry.type));
}

function oneOf(wanted: readonly string[]): (values: readonly string[]) => boolean {
  const names = new Set(wanted.map(name => name.trim().toLowerCase()));
  return values => names.size === 0 || values.some(value => names.has(value.trim().toLowerCase()));
}
