import type { EntryType } from '../note/note.ts';
import { fileNameOf } from '../note/noteName.ts';
import { minutesOf, marksOf, saysPrivate, type Mark } from './marks.ts';
import { withoutMarks } from './marksTaken.ts';

export { completeCapture, type Completion, type KnownMarks } from './completion.ts';

/** What one line of input says: her words, and the marks that stood among them. */
export interface Capture {
  /** Her words without the marks. Byte for byte what she typed where there were none. */
  readonly text: string;
  readonly tags: readonly string[];
  readonly skills: readonly string[];
  /** A goal's slug: `checkout-under-200-ms`. */
  readonly goal?: string;
  readonly private: boolean;
  /** For help and thanks: the handles meant, joined by a comma. */
  readonly to?: string;
  /** For waste. */
  readonly minutes?: number;
  /** Where the line says it itself: `!win`. */
  readonly type?: EntryType;
}

/**
 * Takes the marks out of a captured line: `#tag`, `goal:slug` or `goal:"Its title"`, `skill:name`, `!private`, `!win` and
 * the other types; in help and thanks also `@handle`, in waste `15m` or `1h30`. Code in backticks is left alone.
 *
 * A mark that labels the line goes; one that is a word of a sentence ("in #postgres it…") only loses its sign.
 *
 * @param type what is being logged, where the line does not say it
 * @example
 * parseCapture('PgBouncer pins a session for SET #pgbouncer goal:checkout');
 * //=> { text: 'PgBouncer pins a session for SET', tags: ['pgbouncer'], skills: [], goal: 'checkout', private: false }
 */
export function parseCapture(line: string, type: EntryType = 'learning'): Capture {
  const all = [...marksOf(line)];
  const said = all.find(mark => mark.kind === 'type')?.value.toLowerCase() as EntryType | undefined;
  const marks = countedOnce(all, said ?? type);
  const values = (kind: Mark['kind']) => unique(marks.filter(mark => mark.kind === kind).map(mark => mark.value));
  const [goal] = values('goal');
  const [minutes] = values('minutes');
  const people = values('person');
  return {
    text: withoutMarks(line, marks),
    tags: values('tag'),
    skills: values('skill'),
    ...(goal !== undefined && { goal: fileNameOf(goal) }),
    private: saysPrivate(line) || type === 'hard-moment' || said === 'hard-moment',
    ...(people.length > 0 && { to: people.join(', ') }),
    ...(minutes !== undefined && { minutes: minutesOf(minutes) }),
    ...(said && { type: said }),
  };
}

/** Of what a line can say only once the first counts and the rest stays text; what is no mark for this type does too. */
function countedOnce(marks: readonly Mark[], type: EntryType): readonly Mark[] {
  const seen = new Set<string>();
  return marks.filter(({ kind }) => {
    if (kind === 'person') return type === 'help' || type === 'thanks';
    if (kind === 'minutes' && type !== 'waste') return false;
    if (kind === 'tag' || kind === 'skill' || kind === 'private') return true;
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

function unique(values: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const value of values) if (!first.has(value.toLowerCase())) first.set(value.toLowerCase(), value);
  return [...first.values()];
}
