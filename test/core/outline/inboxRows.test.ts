import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { InboxItem } from '../../../src/core/inbox/inboxItem.ts';
import { inboxRows } from '../../../src/core/outline/inboxRows.ts';
import { outlineText } from '../../support/outlineText.ts';

const item = (changes: Partial<InboxItem>): InboxItem => ({
  key: 'x',
  group: 'asked',
  kind: 'allyWord',
  label: 'Ada: Checkout under 200 ms',
  icon: 'person',
  ...changes,
});

describe('inboxRows', () => {
  it('shows who waits for whom, and first what is wanted first', () => {
    const items = [
      item({ group: 'later', label: 'Look again', due: '2026-12-20' }),
      item({ label: 'Sam: The scheduler' }),
      item({ label: 'Ada: Checkout [x](command:y)', detail: 'asks for a word', due: '2026-11-20' }),
    ];
    assert.equal(
      outlineText(inboxRows(items, '2026-11-22')),
      [
        'Asked of me',
        '  Ada: Checkout (x)(command:y) · asks for a word · due 2026-11-20, 2 days over',
        '  Sam: The scheduler',
        'Later',
        '  Look again · due 2026-12-20',
      ].join('\n'),
    );
  });

  it('tells the whole of a row to who rests on it', () => {
    const long = 'what was lost in the night and who saw it first '.repeat(4).trim();
    const [group] = inboxRows([item({ detail: long, due: '2026-11-24' })], '2026-11-22');
    assert.equal(group?.rows?.[0]?.tooltip, `Ada: Checkout under 200 ms · ${long} · due 2026-11-24`);
  });

  it('is empty where nothing waits', () => {
    assert.deepEqual(inboxRows([], '2026-11-22'), []);
  });
});
