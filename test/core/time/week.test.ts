import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, weekdayOf } from '../../../src/core/time/day.ts';
import { addWeeks, mondayOf, parseWeek, weekOf } from '../../../src/core/time/week.ts';

const days = fc
  .date({ min: new Date('1970-01-05'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('An ISO week', () => {
  it('is the one people mean around New Year', () => {
    const cases = [
      ['2024-12-30', '2025-W01'],
      ['2026-01-01', '2026-W01'],
      ['2026-11-22', '2026-W47'],
      ['2026-12-31', '2026-W53'],
      ['2027-01-03', '2026-W53'],
      ['2027-01-04', '2027-W01'],
      ['2023-01-01', '2022-W52'],
    ] as const;
    for (const [day, week] of cases) assert.equal(weekOf(day), week, day);
  });

  it('exists only where its year has it', () => {
    const cases: [string, string | undefined][] = [
      ['2026-W53', '2026-W53'],
      ['2025-W53', undefined],
      ['2026-W00', undefined],
      ['2026-W54', undefined],
      ['2026-W7', undefined],
      ['2026-47', undefined],
    ];
    for (const [text, week] of cases) assert.equal(parseWeek(text), week, text);
  });

  it('starts on its Monday and holds seven days', () => {
    fc.assert(
      fc.property(days, day => {
        const monday = mondayOf(weekOf(day));
        assert.equal(weekdayOf(monday), 1);
        assert.ok(monday <= day && day <= addDays(monday, 6));
      }),
    );
  });

  it('is followed by the next, over a long year too', () => {
    assert.deepEqual(
      [addWeeks('2026-W52', 1), addWeeks('2026-W53', 1), addWeeks('2027-W01', -1)],
      ['2026-W53', '2027-W01', '2026-W53'],
    );
  });
});
