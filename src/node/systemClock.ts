import type { Clock } from '../app/ports.ts';
import { calendarOf } from '../core/time/calendar.ts';

/** The clock of this machine, in its zone or the one given. An unknown zone is taken for the machine's. */
export function systemClock(zone?: string): Clock {
  const where = knownZone(zone) ?? knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';
  const calendar = calendarOf(where);
  const now = () => Date.now() / 1000;
  return { zone: where, now, today: () => calendar.dayAt(now()) };
}

function knownZone(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
