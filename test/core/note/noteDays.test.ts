import assert from 'node:assert/strict';
import type { SharedPath } from '../../../src/core/note/notePath.ts';
import { dayOfNote } from '../../../src/core/note/noteDays.ts';

describe('The day of a note', () => {
  const cases = [
    ['2026-11-20', 'people/ada/log/2026-11-19-locks.md', '2026-11-20'],
    ['soon', 'people/ada/log/2026-11-19-locks.md', '2026-11-19'],
    [null, '2026-11-19-locks.md', '2026-11-19'],
    [null, 'people/ada/2026-11-19/locks.md', undefined],
    [null, 'people/ada/weekly/2026-W47.md', undefined],
    [null, 'people/ada/log/2026-02-30-locks.md', undefined],
  ] as const;
  for (const [date, path, day] of cases)
    it(`is ${day ?? 'unknown'} where ${path} says ${date ?? 'none'}`, () => {
      assert.equal(dayOfNote({ head: { date }, path: path as SharedPath }), day);
    });
});
