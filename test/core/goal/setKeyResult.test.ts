import assert from 'node:assert/strict';
import { goalItemsOf } from '../../../src/core/goal/goalItems.ts';
import { keyResultNow } from '../../../src/core/goal/setKeyResult.ts';
import { applyEdits } from '../../../src/core/note/textEdit.ts';

function set(line: string, now: string): string {
  const [item] = goalItemsOf(line);
  assert.ok(item);
  return applyEdits(line, keyResultNow(line, item, now));
}

describe('keyResultNow', () => {
  const cases: readonly (readonly [before: string, now: string, after: string])[] = [
    ['- KR: p99 of reads 480 → 195 → 200 ms', '190', '- KR: p99 of reads 480 → 190 → 200 ms'],
    ['- KR: p99 of reads 480 → 195 → 200 ms', ' 190 ms ', '- KR: p99 of reads 480 → 190 → 200 ms'],
    ['- KR: p99 of reads 480 → 195 → 200 ms', '195', '- KR: p99 of reads 480 → 195 → 200 ms'],
    ['- KR: p99 of reads 480 → 195 → 200 ms', 'better', '- KR: p99 of reads 480 → 195 → 200 ms'],
    ['- [ ] KR2: coverage 40 % → 80 % 📅 2026-12-01', '55', '- [ ] KR2: coverage 40 % → 55 % → 80 % 📅 2026-12-01'],
    ['  * KR: p99 900->640->300ms  ', '0,5', '  * KR: p99 900->0,5->300ms  '],
    ['- KR: 480 people: 480 → 480 → 480', '481', '- KR: 480 people: 480 → 481 → 480'],
    ['- KR: balance -5 → 5 → 10', '-1', '- KR: balance -5 → -1 → 10'],
    ['- KR: everyone can deploy', '3', '- KR: everyone can deploy'],
    ['- KR: users 1,200 → 1,500 → 1,700 → 12,000', '1,900', '- KR: users 1,200 → 1,500 → 1,900 → 12,000'],
  ];
  for (const [before, now, after] of cases)
    it(`${before.trim()} · ${now.trim()}`, () => {
      assert.equal(set(before, now), after);
    });
});
