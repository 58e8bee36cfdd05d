import { cleanText } from '../markdown/cleanText.ts';
import { fingerprint } from '../note/fingerprint.ts';
import { bytesOf } from '../note/safePath.ts';
import { addDays, type Day, type EpochSeconds } from '../time/day.ts';

/** A meeting as a calendar may know it: nothing of what is to be said there. */
export interface CalendarMeeting {
  /** What stays the same while it is the same meeting; only a name made from it is written. */
  readonly id: string;
  readonly title: string;
  /** As they are shown: `Lin`, `Sam (advocate)`. */
  readonly participants: readonly string[];
  /** When it is: a whole day, or a stretch of time. */
  readonly when: Day | { readonly start: EpochSeconds; readonly minutes: number };
}

/** How long a line may be, in octets, its ending not counted (RFC 5545, 3.1). */
const longestLine = 75;

/**
 * A meeting as an iCalendar file (RFC 5545), to be taken into a calendar by hand. Who takes part stands in its description and not as
 * attendees: no calendar writes to anybody because of it.
 *
 * @param now when the file is made
 */
export function printCalendar({ id, title, participants, when }: CalendarMeeting, now: EpochSeconds): string {
  const isDay = typeof when === 'string';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Out Loud//Meetings//EN',
    'BEGIN:VEVENT',
    `UID:${uidOf(id)}`,
    `DTSTAMP:${utcStamp(now)}`,
    ...(isDay
      ? [`DTSTART;VALUE=DATE:${plainDay(when)}`, `DTEND;VALUE=DATE:${plainDay(addDays(when, 1))}`, 'TRANSP:TRANSPARENT']
      : [`DTSTART:${utcStamp(when.start)}`, `DTEND:${utcStamp(when.start + when.minutes * 60)}`]),
    `SUMMARY:${escapeValue(title)}`,
    ...(participants.length > 0 ? [`DESCRIPTION:${escapeValue(`With ${participants.join(', ')}`)}`] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => `${foldLine(line)}\r\n`).join('');
}

/**
 * A text as a value of type TEXT (RFC 5545, 3.3.11): backslashes, semicolons, commas and line breaks escaped, and nothing that can't be
 * seen.
 *
 * @example
 * escapeValue('a, b; c'); //=> 'a\\, b\\; c'
 */
export function escapeValue(text: string): string {
  const lines = text.split(/\r\n?|\n/).map(line => cleanText(line).replace(/[\\;,]/g, sign => `\\${sign}`));
  return lines.join('\\n');
}

/** A line of content in lines of at most 75 octets, each further one behind a space; no character is torn apart. */
export function foldLine(line: string): string {
  const lines: string[] = [];
  let open = '';
  for (const character of line) {
    const room = longestLine - (lines.length > 0 ? 1 : 0);
    if (bytesOf(open + character) > room) {
      lines.push(open);
      open = '';
    }
    open += character;
  }
  return [...lines, open].join('\r\n ');
}

/** A moment in UTC: `20261122T090000Z`. */
function utcStamp(moment: EpochSeconds): string {
  return new Date(Math.trunc(moment) * 1000).toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
}

function plainDay(day: Day): string {
  return day.replace(/-/g, '');
}

/** A UUID of version 8 (RFC 9562) made from what the meeting is known by: the same each time, and nothing of the machine in it. */
function uidOf(id: string): string {
  const digits = ['a', 'b', 'c'].map(salt => fingerprint(`${salt} ${id}`)).join('');
  const [first, second, third] = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(13, 16)];
  return `${first}-${second}-8${third}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
