import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { InboxItem } from '../../../src/core/inbox/inboxItem.ts';
import { wantedNow } from '../../../src/core/inbox/wanted.ts';

describe('What wants her now', () => {
  for (const [group, due, isWanted] of [
    ['asked', undefined, true],
    ['asked', '2026-12-24', true],
    ['answered', undefined, true],
    ['goals', '2026-11-22', true],
    ['goals', '2026-11-23', false],
    ['goals', undefined, false],
    ['promises', '2026-11-21', true],
    ['promises', '2026-11-23', false],
    ['waiting', '2026-11-01', false],
    ['later', '2026-11-01', false],
  ] as const)
    it(`is ${isWanted ? '' : 'not '}${group}${due === undefined ? '' : ` due ${due}`}`, () => {
      const item: InboxItem = { key: 'x', group, kind: 'x', label: 'x', icon: 'x', ...(due !== undefined && { due }) };
      assert.equal(wantedNow([item], '2026-11-22').length === 1, isWanted);
    });
});
