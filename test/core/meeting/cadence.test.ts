import assert from 'node:assert/strict';
import { nextMeeting, readCadence } from '../../../src/core/meeting/cadence.ts';

describe('The cadence of a team', () => {
  for (const [text, expected] of [
    ['every week', '1'],
    ['Every two weeks on Tuesday', '2 on 2'],
    ['every 3 weeks', '3'],
    ['every other Thursday', '2 on 4'],
    ['every Friday', '1 on 5'],
    ['weekly', '1'],
    ['fortnightly, Mondays', '2 on 1'],
    ['every month', '4'],
    ['every 0 weeks', undefined],
    ['now and then', undefined],
    ['', undefined],
  ] as const)
    it(`reads “${text}”`, () => {
      const cadence = readCadence(text);
      assert.equal(
        cadence && `${cadence.weeks}${cadence.weekday === undefined ? '' : ` on ${cadence.weekday}`}`,
        expected,
      );
    });

  for (const [text, last, today, expected] of [
    ['every two weeks on Tuesday', '2026-11-10', '2026-11-22', '2026-11-24'],
    ['every two weeks on Tuesday', '2026-11-11', '2026-11-22', '2026-11-24'], // it was a day late
    ['every two weeks', '2026-11-10', '2026-11-22', '2026-11-24'],
    ['every week on Friday', '2026-08-07', '2026-11-22', '2026-11-27'], // long overdue
    ['every week', '2026-08-07', '2026-11-22', '2026-11-22'],
    ['every week on Monday', undefined, '2026-11-22', '2026-11-23'],
    ['every week', undefined, '2026-11-22', undefined],
  ] as const)
    it(`${text}, the last one on ${last ?? 'no day'}: the next one is on ${expected ?? 'no day'}`, () => {
      assert.equal(nextMeeting(readCadence(text)!, last, today), expected);
    });
});
