import type { Clock } from '../app/ports.ts';
import { calendarOf, type Calendar } from '../core/time/calendar.ts';

/** The clock of this machine, in its zone or the one given. An unknown zone is taken for the machine's. */
export function systemClock(zone?: string): Clock {
  return new SystemClock(zone);
}

/** The zone is looked up when it is first asked for: the first look at the machine's calendars costs 20 ms of a start. */
class SystemClock implements Clock {
  readonly #wanted: string | undefined;
  #known: { readonly zone: string; readonly calendar: Calendar } | undefined;

  constructor(wanted: string | undefined) {
    this.#wanted = wanted;
  }

  now() {
    return Date.now() / 1000;
  }

  today() {
    return this.#where().calendar.dayAt(this.now());
  }

  get zone() {
    return this.#where().zone;
  }

  #where() {
    if (this.#known) return this.#known;
    const zone = knownZone(this.#wanted) ?? knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
    return (this.#known = { zone, calendar: calendarOf(zone) });
  }
}

function knownZone(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
