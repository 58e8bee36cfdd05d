import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, addMonths, daysBetween, parseDay, weekdayOf } from '../../../src/core/time/day.ts';

const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('A day', () => {
  it('is read only where the calendar has it', () => {
    const cases: [string, string | undefined][] = [
      ['2026-11-22', '2026-11-22'],
      ['2024-02-29', '2024-02-29'],
      ['2026-02-29', undefined],
      ['2026-13-01', undefined],
      ['2026-00-10', undefined],
      ['2026-04-31', undefined],
      ['2026-12-00', undefined],
      ['1900-02-29', undefined],
      ['2000-02-29', '2000-02-29'],
      ['0026-01-01', undefined],
      ['2026-1-1', undefined],
      ['2026-11-22T10:00', undefined],
      ['', undefined],
    ];
    for (const [text, day] of cases) assert.equal(parseDay(text), day, text);
  });

  it('knows its weekday, Monday first', () => {
    assert.deepEqual(['2026-11-16', '2026-11-22'].map(weekdayOf), [1, 7]);
  });

  it('stays within the month, months later', () => {
    const cases: [string, number, string][] = [
      ['2026-11-22', 6, '2027-05-22'],
      ['2026-11-22', 12, '2027-11-22'],
      ['2026-08-31', 6, '2027-02-28'],
      ['2027-08-31', 6, '2028-02-29'],
      ['2024-02-29', 12, '2025-02-28'],
    ];
    for (const [day, months, later] of cases) assert.equal(addMonths(day, months), later, day);
  });

  it('comes back after going as far forth as back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, far) => {
        const there = addDays(day, far);
        assert.equal(addDays(there, -far), day);
        assert.equal(daysBetween(day, there), far);
      }),
    );
  });
});
