import { cleanText } from '../markdown/cleanText.ts';
import { escapeSentence } from '../markdown/markdown.ts';
import { fileNameOf } from '../note/noteName.ts';
import type { Handle, SharedPath } from '../note/notePath.ts';
import { printNote } from '../note/printNote.ts';
import type { Person } from '../people/person.ts';
import type { Day, EpochSeconds } from '../time/day.ts';

/** Something that was seen at a moment, in one line. */
export interface TimedLine {
  /** As the clock on the wall showed it: `14:05`. */
  readonly time: string;
  readonly text: string;
}

/** What somebody saw during a talk or a review, for one person. */
export interface InstantFeedback {
  readonly to: Handle;
  readonly about: string;
  readonly day: Day;
  readonly lines: readonly TimedLine[];
}

/** Where instant feedback goes. */
export function instantPath({ day, about }: Pick<InstantFeedback, 'day' | 'about'>, by: Handle): SharedPath {
  return `people/${by}/answers/${day}-${fileNameOf(about)}-${fileNameOf(by).slice(0, 20)}.md` as SharedPath;
}

/** All lines as one note to a person, in the order they were seen. */
export function printInstant({ to, about, day, lines }: InstantFeedback, by: Person): string {
  const words = cleanText(about);
  return printNote({
    head: { type: 'feedback-answer', from: by.handle, to, about: words, date: day },
    title: `${words}: ${cleanText(by.name)}`,
    body: lines.map(({ time, text }) => `- ${time} ${escapeSentence(text)}`).join('\n'),
  });
}

/**
 * What the clock on the wall shows at a moment.
 *
 * @example
 * wallTime(1795356300, 'Europe/Berlin'); //=> '14:05'
 */
export function wallTime(at: EpochSeconds, zone: string): string {
  const two = '2-digit' as const;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: two, minute: two });
  return format.format(at * 1000);
}
