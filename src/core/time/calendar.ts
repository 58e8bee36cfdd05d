import { addDays, type Day, type EpochSeconds } from './day.ts';
import { mondayOf, type Week } from './week.ts';

/** A stretch of time: `from` belongs to it, `to` does not. */
export interface TimeWindow {
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
}

/** Days and weeks where a person lives, daylight saving included. */
export interface Calendar {
  /** The moment a day begins. Where a zone skips midnight, the first moment that exists. */
  startOf(day: Day): EpochSeconds;
  /** The day it is at a moment. */
  dayAt(at: EpochSeconds): Day;
  /** The seven days of a week, from Monday 00:00 to the next. */
  windowOf(week: Week): TimeWindow;
}

/**
 * The calendar of an IANA time zone such as `Europe/Berlin`.
 *
 * @throws RangeError where the zone is unknown.
 */
export function calendarOf(zone: string): Calendar {
  const wallClock = wallClockOf(zone);
  const offsetAt = (at: EpochSeconds) => wallClock(at) - Math.floor(at);
  const dayAt = (at: EpochSeconds): Day => new Date(wallClock(at) * 1000).toISOString().slice(0, 10);
  const startOf = (day: Day): EpochSeconds => {
    const asUtc = Date.parse(`${day}T00:00:00Z`) / 1000;
    const guesses = [asUtc - offsetAt(asUtc - 86_400), asUtc - offsetAt(asUtc + 86_400)];
    const first = guesses.find(at => dayAt(at) === day && dayAt(at - 1) !== day);
    return first ?? Math.max(...guesses);
  };
  const windowOf = (week: Week): TimeWindow => {
    const monday = mondayOf(week);
    return { from: startOf(monday), to: startOf(addDays(monday, 7)) };
  };
  return { startOf, dayAt, windowOf };
}

/** What the clock on the wall shows at a moment, as if it were UTC. */
function wallClockOf(zone: string): (at: EpochSeconds) => EpochSeconds {
  const numeric = 'numeric' as const;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  return at => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at * 1000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
  };
}
