const day = 86_400;

/**
 * Moments in the weeks up to a day, for telling the same story on any day.
 *
 * @param today `2026-11-22`
 */
export function weeksUpTo(today) {
  const now = Date.parse(`${today}T00:00:00Z`) / 1000;
  const weekday = (new Date(now * 1000).getUTCDay() + 6) % 7;
  const monday = now - weekday * day;
  /** Seconds since 1970, `weeksAgo` back, on a weekday (0 is Monday) at a time of day; never after today. */
  const at = (weeksAgo, onWeekday, time) => {
    const [hours, minutes] = time.split(':').map(Number);
    return Math.min(monday + (onWeekday - 7 * weeksAgo) * day, now) + hours * 3600 + minutes * 60;
  };
  const dayOf = (weeksAgo, onWeekday) => iso(at(weeksAgo, onWeekday, '00:00'));
  return { at, dayOf, dayIn: days => iso(now + days * day), week: weeksAgo => isoWeek(monday - weeksAgo * 7 * day) };
}

function iso(seconds) {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** The ISO week of a Monday. */
function isoWeek(monday) {
  const thursday = new Date((monday + 3 * day) * 1000);
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 1000 / day / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
