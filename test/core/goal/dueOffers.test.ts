import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dueOffers } from '../../../src/core/goal/dueOffers.ts';
import { addDays, parseDay } from '../../../src/core/time/day.ts';

describe('The days offered for a goal', () => {
  for (const [today, expected] of [
    ['2026-11-22', 'quarter 2026-12-31, threeMonths 2027-02-22'],
    ['2026-12-18', 'nextQuarter 2027-03-31, threeMonths 2027-03-18, nextMonth 2027-01-31'],
    ['2026-01-31', 'quarter 2026-03-31, threeMonths 2026-04-30, nextMonth 2026-02-28'],
    ['2027-11-30', 'quarter 2027-12-31, threeMonths 2028-02-29'],
    ['2026-10-01', 'quarter 2026-12-31, threeMonths 2027-01-01, nextMonth 2026-11-30'],
  ] as const)
    it(`on ${today} are ${expected}`, () => {
      assert.equal(
        dueOffers(today)
          .map(({ when, day }) => `${when} ${day}`)
          .join(', '),
        expected,
      );
    });

  it('are days that are still to come, each once', () => {
    fc.assert(
      fc.property(fc.nat(40_000), days => {
        const today = addDays('2000-01-01', days);
        const offered = dueOffers(today).map(({ day }) => day);
        assert.ok(offered.every(day => parseDay(day) === day && day > addDays(today, 13)));
        assert.equal(new Set(offered).size, offered.length);
      }),
    );
  });
});
