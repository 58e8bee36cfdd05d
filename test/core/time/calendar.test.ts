import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../src/core/time/calendar.ts';
import { addWeeks, weekOf } from '../../../src/core/time/week.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe'];
const moment = (iso: string) => Date.parse(iso) / 1000;

describe('The calendar of a person', () => {
  it('starts a week on Monday at midnight where she lives', () => {
    const starts = zones.slice(0, 3).map(zone => calendarOf(zone).windowOf('2026-W47').from);
    assert.deepEqual(starts, [
      moment('2026-11-16T00:00Z'),
      moment('2026-11-16T00:00+01:00'),
      moment('2026-11-16T00:00-08:00'),
    ]);
  });

  it('has a week of 167 hours when the clocks go forward, and of 169 when they go back', () => {
    const hours = (week: string) => {
      const { from, to } = calendarOf('Europe/Berlin').windowOf(week);
      return (to - from) / 3600;
    };
    assert.deepEqual([hours('2026-W13'), hours('2026-W43'), hours('2026-W47')], [167, 169, 168]);
  });

  it('begins a day at the first moment it has where midnight is skipped', () => {
    // Havana goes from Saturday 24:00 straight to Sunday 01:00 every March, and has 00:00 to 01:00 twice in November.
    assert.equal(calendarOf('America/Havana').startOf('2026-03-08'), moment('2026-03-08T01:00-04:00'));
    assert.equal(calendarOf('America/Havana').startOf('2026-11-01'), moment('2026-11-01T00:00-04:00'));
  });

  it('puts every moment in exactly one week', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 7 * 86_400 - 1 }),
        (zone, weeks, seconds) => {
          const calendar = calendarOf(zone);
          const week = addWeeks('2020-W01', weeks);
          const { from, to } = calendar.windowOf(week);
          assert.equal(calendar.windowOf(addWeeks(week, 1)).from, to);
          const at = Math.min(from + seconds, to - 1);
          assert.equal(weekOf(calendar.dayAt(at)), week);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says so where it does not know the zone', () => {
    assert.throws(() => calendarOf('Nowhere/Land'), RangeError);
  });
});
