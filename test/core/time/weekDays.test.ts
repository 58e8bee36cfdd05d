import assert from 'node:assert/strict';
import { weekDays } from '../../../src/core/time/weekDays.ts';

describe('weekDays', () => {
  const cases: readonly (readonly [week: string, days: string])[] = [
    ['2026-W45', '2–8 November'],
    ['2026-W44', '26 October – 1 November'],
    ['2026-W53', '28 December – 3 January'],
    ['2024-W09', '26 February – 3 March'],
    ['2025-W01', '30 December – 5 January'],
  ];
  for (const [week, days] of cases)
    it(`says the days of ${week}`, () => {
      assert.equal(weekDays(week), days);
    });
});
